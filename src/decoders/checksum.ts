/** CRC-32 of bytes with the polynomial given in its reversed form. */
function checksum(reversed: number): (bytes: Uint8Array) => number {
  let table: Uint32Array | null = null
  const make = (): Uint32Array =>
    Uint32Array.from({ length: 256 }, (_, byte) => {
      let value = byte
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ reversed : value >>> 1
      return value
    })
  return (bytes) => {
    table ??= make()
    let value = 0xffff_ffff
    for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0)
    return (value ^ 0xffff_ffff) >>> 0
  }
}

/** Of record batches (magic 2): Castagnoli's. */
export const crc32c = checksum(0x82f6_3b78)

/** Of messages (magic 0 and 1). */
export const crc32 = checksum(0xedb8_8320)
