import { Bytes } from './bytes'
import { Output } from './output'
import { unreadable } from './unreadable'

/**
 * LZ4 frames (lz4_Frame_format.md of the LZ4 project) in bare JavaScript: the packages that do this are native code or
 * no longer kept. Checksums are not looked at, the batch has its own, and the oldest Kafka clients wrote wrong ones
 * (KAFKA-3160).
 */

const frameMagic = 0x184d2204
const skippableMagic = 0x184d2a50
const endMark = 0

/** Largest block by the number in the frame's descriptor, bytes. */
const blockSizes: Readonly<Partial<Record<number, number>>> = {
  4: 64 * 1024,
  5: 256 * 1024,
  6: 1024 * 1024,
  7: 4 * 1024 * 1024,
}

/** @throws LaglineError with code `unreadable`, also where the plain bytes are more than `limit` */
export function unlz4(bytes: Uint8Array, limit: number): Uint8Array {
  const from = new Bytes(bytes)
  const out = new Output(limit)
  while (from.left > 0) {
    const magic = from.uint32le()
    if ((magic & 0xffff_fff0) >>> 0 === skippableMagic) from.take(from.uint32le())
    else if (magic === frameMagic) readFrame(from, out)
    else throw broken('no LZ4 frame')
  }
  return out.bytes()
}

function readFrame(from: Bytes, out: Output): void {
  const flags = from.uint8()
  if (flags >> 6 !== 1) throw broken('version')
  const blockSize = blockSizes[(from.uint8() >> 4) & 7]
  if (blockSize === undefined) throw broken('block size')
  if (flags & 0x08) from.take(8) // content size
  if (flags & 0x01) from.take(4) // dictionary id
  from.uint8() // checksum of the descriptor
  for (let size = from.uint32le(); size !== endMark; size = from.uint32le()) {
    const stored = size >= 0x8000_0000
    const length = size % 0x8000_0000
    if (length > blockSize) throw broken('block size')
    const block = from.take(length)
    if (stored) out.append(block)
    else readBlock(new Bytes(block), out)
    if (flags & 0x10) from.take(4)
  }
  if (flags & 0x04) from.take(4)
}

/** Literals and matches by turns; the last sequence has literals only. */
function readBlock(from: Bytes, out: Output): void {
  while (from.left > 0) {
    const token = from.uint8()
    out.append(from.take(lengthOf(token >> 4, from)))
    if (from.left === 0) return
    const distance = from.uint8() | (from.uint8() << 8)
    if (!out.repeat(distance, lengthOf(token & 0x0f, from) + 4)) throw broken('distance')
  }
}

function lengthOf(nibble: number, from: Bytes): number {
  let length = nibble
  if (nibble < 15) return length
  for (let more = 255; more === 255; length += more) more = from.uint8()
  return length
}

function broken(why: string): Error {
  return unreadable('error.unreadable.compressed', 'lz4', why)
}
