/**
 * Writes Kafka's wire types into one request: in their compact form with tagged fields where made `flexible`
 * (KIP-482), in the classic form without any otherwise. So a request is described once for all its versions.
 */
export class Writer {
  private bytes: Buffer = Buffer.allocUnsafe(256)
  private readonly flexible: boolean
  private at = 0

  constructor(flexible: boolean) {
    this.flexible = flexible
  }

  /** What has been written so far; not to be used once more is written. */
  done(): Uint8Array {
    return this.bytes.subarray(0, this.at)
  }

  int8(value: number): this {
    const at = this.make(1)
    this.bytes.writeInt8(value, at)
    return this
  }

  int16(value: number): this {
    const at = this.make(2)
    this.bytes.writeInt16BE(value, at)
    return this
  }

  int32(value: number): this {
    const at = this.make(4)
    this.bytes.writeInt32BE(value, at)
    return this
  }

  int64(value: bigint): this {
    const at = this.make(8)
    this.bytes.writeBigInt64BE(value, at)
    return this
  }

  bool(value: boolean): this {
    return this.int8(value ? 1 : 0)
  }

  /** @param value unsigned, at most 32 bits */
  uvarint(value: number): this {
    let rest = value
    while (rest > 0x7f) {
      this.uint8((rest & 0x7f) | 0x80)
      rest = Math.floor(rest / 128)
    }
    const at = this.make(1)
    this.bytes.writeUInt8(rest, at)
    return this
  }

  /** @param id as Kafka prints it; null is written as the zero id */
  uuid(id: string | null): this {
    const from = this.make(16)
    this.bytes.fill(0, from, from + 16)
    if (id !== null) Buffer.from(id, 'base64url').copy(this.bytes, from, 0, 16)
    return this
  }

  /** @throws RangeError where the classic form's 16-bit length does not hold it */
  string(value: string | null): this {
    if (value === null) return this.flexible ? this.uvarint(0) : this.int16(-1)
    const length = Buffer.byteLength(value)
    if (this.flexible) this.uvarint(length + 1)
    else this.int16(length)
    const at = this.make(length)
    this.bytes.write(value, at, 'utf8')
    return this
  }

  array<T>(items: readonly T[] | null, write: (item: T) => void): this {
    if (this.flexible) this.uvarint(items === null ? 0 : items.length + 1)
    else this.int32(items === null ? -1 : items.length)
    items?.forEach((item) => {
      write(item)
    })
    return this
  }

  strings(items: readonly string[]): this {
    return this.array(items, (item) => this.string(item))
  }

  int32s(items: readonly number[]): this {
    return this.array(items, (item) => this.int32(item))
  }

  /** Ends a structure of a flexible version: no tagged fields. */
  tags(): this {
    return this.flexible ? this.uvarint(0) : this
  }

  private uint8(value: number): this {
    const at = this.make(1)
    this.bytes.writeUInt8(value, at)
    return this
  }

  /** Makes room for `length` bytes and returns where they begin; `bytes` may be another buffer after it. */
  private make(length: number): number {
    const from = this.at
    this.at += length
    if (this.at > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.at, this.bytes.length * 2))
      this.bytes.copy(larger, 0, 0, from)
      this.bytes = larger
    }
    return from
  }
}
