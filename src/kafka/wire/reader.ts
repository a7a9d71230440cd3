/** What a response held that its own description does not allow: cut off, or a length that cannot be. */
export class WireError extends Error {
  override readonly name = 'WireError'
}

/**
 * Reads Kafka's wire types from one response. A reader made `flexible` reads strings, bytes and arrays in their
 * compact form and skips tagged fields (KIP-482); otherwise the classic form, where `tags()` reads nothing. So a
 * response is described once for all its versions.
 *
 * Every method throws a `WireError` where the bytes end too early; no length is believed before it has been compared
 * with what is left.
 */
export class Reader {
  private readonly bytes: Buffer
  private readonly flexible: boolean
  private at = 0

  constructor(bytes: Uint8Array, flexible: boolean) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.flexible = flexible
  }

  /** Bytes not yet read. */
  get left(): number {
    return this.bytes.length - this.at
  }

  int8(): number {
    return this.bytes.readInt8(this.take(1))
  }

  int16(): number {
    return this.bytes.readInt16BE(this.take(2))
  }

  int32(): number {
    return this.bytes.readInt32BE(this.take(4))
  }

  int64(): bigint {
    return this.bytes.readBigInt64BE(this.take(8))
  }

  bool(): boolean {
    return this.int8() !== 0
  }

  /** An unsigned number of up to 32 bits, seven per byte, least significant first. */
  uvarint(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes.readUInt8(this.take(1))
      // Not `<<`: the 32nd bit would make the number negative.
      value += (byte & 0x7f) * 2 ** shift
      if ((byte & 0x80) === 0) {
        if (value > 0xffff_ffff) break
        return value
      }
    }
    throw new WireError(`a variable-length number before byte ${this.at} has more than 32 bits`)
  }

  /** As Kafka prints it: URL-safe base64 without padding. Null for the zero id, which stands for none. */
  uuid(): string | null {
    const from = this.take(16)
    const id = this.bytes.subarray(from, from + 16)
    return id.every((byte) => byte === 0) ? null : id.toString('base64url')
  }

  string(): string {
    const value = this.nullableString()
    if (value === null) throw new WireError(`null at byte ${this.at} where a string has to be`)
    return value
  }

  nullableString(): string | null {
    const length = this.flexible ? this.uvarint() - 1 : this.int16()
    if (length < 0) return null
    const from = this.take(length)
    return this.bytes.toString('utf8', from, from + length)
  }

  /** Null and empty both come as empty: no response here tells them apart. */
  byteString(): Uint8Array {
    const length = this.flexible ? this.uvarint() - 1 : this.int32()
    if (length <= 0) return new Uint8Array(0)
    const from = this.take(length)
    return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + from, length)
  }

  /** A null array comes as an empty one. */
  array<T>(item: () => T): T[] {
    const length = this.flexible ? this.uvarint() - 1 : this.int32()
    // Every item takes a byte at least, so a longer array cannot be whole.
    if (length > this.left)
      throw new WireError(`an array of ${length} at byte ${this.at}, where ${this.left} bytes are left`)
    const items: T[] = []
    for (let i = 0; i < length; i++) items.push(item())
    return items
  }

  int32s(): number[] {
    return this.array(() => this.int32())
  }

  /** Skips the tagged fields that end a structure of a flexible version. */
  tags(): void {
    if (!this.flexible) return
    const count = this.uvarint()
    for (let i = 0; i < count; i++) {
      this.uvarint()
      this.take(this.uvarint())
    }
  }

  /** Moves on by `length` bytes and returns where they begin. */
  private take(length: number): number {
    if (length > this.left)
      throw new WireError(`the bytes end at ${this.bytes.length}, ${length} more needed from ${this.at}`)
    const from = this.at
    this.at += length
    return from
  }
}
