import { Decompress } from 'fzstd'
import { Bytes } from './bytes'
import { unreadable } from './unreadable'

const frameMagic = 0xfd2fb528
const skippableMagic = 0x184d2a50

/** A block holds no more, bytes; nor is a window made smaller, so that any block fits. */
const blockLimit = 128 * 1024
const blockLimitLog = 17

/**
 * Zstandard frames (zstd_compression_format.md of the Zstandard project). fzstd takes memory for the window that a
 * frame declares before it reads anything: 2 MB as Kafka's clients write it, up to gigabytes as anybody may. So a frame
 * is measured first, and its window made no larger than what it can hold.
 * @throws LaglineError with code `unreadable`, also where the plain bytes are more than `limit`
 */
export function unzstd(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = (): Decompress =>
    new Decompress((part) => {
      size += part.length
      if (size > limit) throw tooLarge(limit)
      parts.push(part)
    })
  for (let rest = bytes; rest.length > 0;) {
    const frame = measure(rest, limit)
    if (frame.plain !== null) stream().push(frame.plain, true)
    rest = rest.subarray(frame.length)
  }
  return Buffer.concat(parts)
}

/** The first frame: how long it is, and its bytes with a window that fits; null for one that holds no data. */
function measure(
  bytes: Uint8Array,
  limit: number,
): { readonly length: number; readonly plain: Uint8Array | null } {
  const from = new Bytes(bytes)
  const magic = from.uint32le()
  if ((magic & 0xffff_fff0) >>> 0 === skippableMagic) {
    from.take(from.uint32le())
    return { length: bytes.length - from.left, plain: null }
  }
  if (magic !== frameMagic) throw broken('no Zstandard frame')
  const flags = from.uint8()
  const oneSegment = (flags & 0x20) !== 0
  const windowLog = oneSegment ? 0 : 10 + (from.uint8() >> 3)
  from.take([0, 1, 2, 4][flags & 3] ?? 0) // dictionary id
  const content = from.take([oneSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0)
  // A frame of one segment has its whole content as its window.
  if (oneSegment && content.reduceRight((sum, byte) => sum * 256 + byte, 0) > limit) throw tooLarge(limit)
  const blocks = skipBlocks(from)
  if (flags & 0x04) from.take(4) // checksum
  const length = bytes.length - from.left
  const fits = Math.max(blockLimitLog, Math.ceil(Math.log2(blocks * blockLimit)))
  if (oneSegment || windowLog <= fits) return { length, plain: bytes.subarray(0, length) }
  const plain = new Uint8Array(bytes.subarray(0, length))
  plain[5] = (fits - 10) << 3
  return { length, plain }
}

/** Moves behind the blocks of a frame. @returns how many there are */
function skipBlocks(from: Bytes): number {
  for (let blocks = 1; ; blocks++) {
    const header = from.uint8() | (from.uint8() << 8) | (from.uint8() << 16)
    const type = (header >> 1) & 3
    from.take(type === 1 ? 1 : header >> 3)
    if (header & 1) return blocks
  }
}

function tooLarge(limit: number): Error {
  return unreadable('error.unreadable.tooLarge', limit)
}

function broken(why: string): Error {
  return unreadable('error.unreadable.compressed', 'zstd', why)
}
