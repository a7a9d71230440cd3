import { gunzipSync } from 'node:zlib'
import { Decompress } from 'fzstd'
import { uncompress } from 'snappyjs'
import { isLaglineError } from '../model/errors'
import { Bytes } from './bytes'
import { unlz4 } from './lz4'
import { unreadable } from './unreadable'

/** What compression may at most blow up to, bytes: far more than any broker takes in one batch by its defaults. */
export const plainLimit = 64 * 1024 * 1024

/** By number, as `org.apache.kafka.common.record.CompressionType` has them. */
const names = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const

/**
 * The bytes as they were before they were compressed.
 * @throws LaglineError with code `unreadable`
 */
export function decompress(codec: number, bytes: Uint8Array): Uint8Array {
  const name = names[codec]
  if (name === undefined) throw unreadable('error.unreadable.codec', codec)
  if (name === 'none') return bytes
  try {
    return decoders[name](bytes)
  } catch (error) {
    if (isLaglineError(error)) throw error
    throw unreadable('error.unreadable.compressed', name, error instanceof Error ? error.message : String(error))
  }
}

const decoders = {
  gzip: (bytes: Uint8Array) => gunzipSync(bytes, { maxOutputLength: plainLimit }),
  snappy: unsnappy,
  lz4: (bytes: Uint8Array) => unlz4(bytes, plainLimit),
  zstd: unzstd,
}

/** How the blocks of `SnappyOutputStream` (org.xerial.snappy) begin: Java's clients write them, others may not. */
const xerial = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0])
const xerialHeader = 16

function unsnappy(bytes: Uint8Array): Uint8Array {
  if (!xerial.equals(bytes.subarray(0, xerial.length))) return uncompress(bytes, plainLimit)
  const from = new Bytes(bytes.subarray(xerialHeader))
  const parts: Uint8Array[] = []
  let size = 0
  while (from.left > 0) {
    const part = uncompress(from.take(from.int32()), plainLimit - size)
    size += part.length
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * How much of itself a frame refers back to, bytes: memory for that is taken before anything is read. A frame of one
 * segment refers to all of its content (zstd_compression_format.md, Frame_Header).
 */
function zstdWindow(bytes: Uint8Array): number {
  const from = new Bytes(bytes)
  from.take(4)
  const flags = from.uint8()
  if ((flags & 0x20) === 0) {
    const descriptor = from.uint8()
    return 2 ** (10 + (descriptor >> 3)) * (1 + (descriptor & 7) / 8)
  }
  const size = from.take([1, 2, 4, 8][flags >> 6] ?? 8)
  return size.reduceRight((sum, byte) => sum * 256 + byte, 0)
}

function unzstd(bytes: Uint8Array): Uint8Array {
  if (zstdWindow(bytes) > plainLimit) throw unreadable('error.unreadable.tooLarge', plainLimit)
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Decompress((part) => {
    size += part.length
    if (size > plainLimit) throw unreadable('error.unreadable.tooLarge', plainLimit)
    parts.push(part)
  })
  stream.push(bytes, true)
  return Buffer.concat(parts)
}
