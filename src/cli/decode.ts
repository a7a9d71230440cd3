/** A file's text and how it was written, so that it can be written again the same way. */
export interface Decoded {
  readonly text: string
  readonly encoding: 'utf8' | 'latin1'
  readonly mark: boolean
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** UTF-8 without its byte order mark; what is no UTF-8 is Latin-1, as `java.util.Properties` reads a stream of bytes. */
export function decodeFile(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: 'utf8', mark: buffer.subarray(0, 3).equals(MARK) }
  } catch {
    return { text: buffer.toString('latin1'), encoding: 'latin1', mark: false }
  }
}

/** The bytes of another text in the same encoding; null where that has no sign for a character. */
export function encodeFile(text: string, { encoding, mark }: Decoded): Uint8Array | null {
  if (encoding === 'latin1') return /[^\0-\xff]/.test(text) ? null : Buffer.from(text, 'latin1')
  return Buffer.concat([mark ? MARK : Buffer.alloc(0), Buffer.from(text, 'utf8')])
}
