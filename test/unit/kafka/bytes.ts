/**
 * Bytes as one writes them down from the protocol's documentation: pairs of hex digits, and text in quotes.
 * Spaces and what follows `--` up to the end of a line are for the reader.
 */
export function bytes(written: string): Uint8Array {
  const parts: Buffer[] = []
  for (const line of written.split('\n')) {
    const tokens = line.replace(/--.*$/, '').match(/"[^"]*"|[0-9a-f]+|\S/g) ?? []
    for (const token of tokens) {
      if (token.startsWith('"')) parts.push(Buffer.from(token.slice(1, -1), 'utf8'))
      else if (/^([0-9a-f]{2})+$/.test(token)) parts.push(Buffer.from(token, 'hex'))
      else throw new Error(`not bytes: ${token}`)
    }
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Bytes to compare: vitest shows the difference of strings best. */
export function hex(of: Uint8Array): string {
  return Buffer.from(of.buffer, of.byteOffset, of.byteLength).toString('hex').replace(/(..)/g, '$1 ').trim()
}
