import { unreadable } from './unreadable'

/** Bytes that grow up to a limit, and then throw `unreadable`: what decompressing makes. */
export class Output {
  private readonly limit: number
  private buffer = Buffer.allocUnsafe(64 * 1024)
  private size = 0

  constructor(limit: number) {
    this.limit = limit
  }

  append(bytes: Uint8Array): void {
    const at = this.make(bytes.length)
    this.buffer.set(bytes, at)
  }

  get length(): number {
    return this.size
  }

  /** Copies what was written `distance` bytes before; the copy may reach into itself. False where nothing was. */
  repeat(distance: number, length: number): boolean {
    if (distance === 0 || distance > this.size) return false
    const at = this.make(length)
    const { buffer } = this
    if (distance >= length) buffer.copyWithin(at, at - distance, at - distance + length)
    else for (let i = at; i < at + length; i++) buffer[i] = buffer[i - distance] ?? 0
    return true
  }

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.size)
  }

  private make(length: number): number {
    const at = this.size
    const size = at + length
    if (size > this.limit) throw unreadable('error.unreadable.tooLarge', this.limit)
    if (size > this.buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(size, this.buffer.length * 2))
      this.buffer.copy(larger, 0, 0, at)
      this.buffer = larger
    }
    this.size = size
    return at
  }
}
