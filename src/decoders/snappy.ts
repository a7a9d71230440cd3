import { Bytes } from './bytes'
import { Output } from './output'
import { unreadable } from './unreadable'

/**
 * Snappy (format_description.txt of the Snappy project) in bare JavaScript: the package that does this runs for ever on
 * some bytes that are no Snappy.
 */

/** How the blocks of `SnappyOutputStream` (org.xerial.snappy) begin: Java's clients write them, others may not. */
const xerial = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0])
const xerialHeader = 16

/** @throws LaglineError with code `unreadable`, also where the plain bytes are more than `limit` */
export function unsnappy(bytes: Uint8Array, limit: number): Uint8Array {
  const out = new Output(limit)
  if (xerial.equals(bytes.subarray(0, xerial.length))) {
    const from = new Bytes(bytes.subarray(xerialHeader))
    while (from.left > 0) readBlock(from.take(from.int32()), out)
  } else readBlock(bytes, out)
  return out.bytes()
}

/** Kinds of an element by the two lowest bits of its tag: a literal, or a copy with a distance of so many bytes. */
const literal = 0
const copyOf1 = 1
const copyOf2 = 2

function readBlock(block: Uint8Array, out: Output): void {
  const from = new Bytes(block)
  const end = BigInt(out.length) + from.uvarint()
  while (from.left > 0) {
    const tag = from.uint8()
    const kind = tag & 3
    if (kind === literal) out.append(from.take(literalLength(tag >> 2, from)))
    else {
      const length = kind === copyOf1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1
      const distance =
        kind === copyOf1 ? ((tag >> 5) << 8) | from.uint8() : little(from.take(kind === copyOf2 ? 2 : 4))
      if (!out.repeat(distance, length)) throw broken('distance')
    }
  }
  if (BigInt(out.length) !== end) throw broken('length')
}

/** Short ones stand in the tag, longer ones in the one to four bytes after it. */
function literalLength(inTag: number, from: Bytes): number {
  return (inTag < 60 ? inTag : little(from.take(inTag - 59))) + 1
}

function little(bytes: Uint8Array): number {
  return bytes.reduceRight((sum, byte) => sum * 256 + byte, 0)
}

function broken(why: string): Error {
  return unreadable('error.unreadable.compressed', 'snappy', why)
}
