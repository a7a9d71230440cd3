import { unreadable } from './unreadable'

/**
 * Reads numbers and pieces off bytes that may be anything. Throws `unreadable` where they end too early; no length is
 * believed before it has been compared with what is left.
 */
export class Bytes {
  private readonly bytes: Buffer
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Bytes not yet read. */
  get left(): number {
    return this.bytes.length - this.at
  }

  uint8(): number {
    return this.bytes.readUInt8(this.skip(1))
  }

  int8(): number {
    return this.bytes.readInt8(this.skip(1))
  }

  int16(): number {
    return this.bytes.readInt16BE(this.skip(2))
  }

  int32(): number {
    return this.bytes.readInt32BE(this.skip(4))
  }

  uint32(): number {
    return this.bytes.readUInt32BE(this.skip(4))
  }

  int64(): bigint {
    return this.bytes.readBigInt64BE(this.skip(8))
  }

  uint32le(): number {
    return this.bytes.readUInt32LE(this.skip(4))
  }

  uint64le(): bigint {
    return this.bytes.readBigUInt64LE(this.skip(8))
  }

  floatle(): number {
    return this.bytes.readFloatLE(this.skip(4))
  }

  doublele(): number {
    return this.bytes.readDoubleLE(this.skip(8))
  }

  /** An unsigned number of up to 64 bits, seven per byte, least significant first. */
  uvarint(): bigint {
    let low = 0
    let scale = 1
    for (let count = 0; count < 7; count++, scale *= 128) {
      const byte = this.uint8()
      low += (byte & 0x7f) * scale
      if (byte < 0x80) return BigInt(low)
    }
    let value = BigInt(low)
    for (let shift = 49n; shift < 70n; shift += 7n) {
      const byte = this.uint8()
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return BigInt.asUintN(64, value)
    }
    throw unreadable('error.unreadable.varint')
  }

  /** A signed number of up to 64 bits, zigzag: 0, -1, 1, -2 … */
  varint(): bigint {
    const value = this.uvarint()
    return (value >> 1n) ^ -(value & 1n)
  }

  /** A `varint` that has to be a length or a count: -1 is for null. */
  length(): number {
    const value = this.varint()
    if (value < -1n || value > BigInt(this.left)) throw unreadable('error.unreadable.cutOff')
    return Number(value)
  }

  /** The next `length` bytes, not copied. */
  take(length: number): Uint8Array {
    const from = this.skip(length)
    return this.bytes.subarray(from, from + length)
  }

  /** All that is left, not copied. */
  rest(): Uint8Array {
    return this.take(this.left)
  }

  private skip(length: number): number {
    if (length < 0 || length > this.left) throw unreadable('error.unreadable.cutOff')
    const from = this.at
    this.at += length
    return from
  }
}
