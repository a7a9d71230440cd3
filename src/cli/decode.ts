/** UTF-8 without its byte order mark; what is no UTF-8 is Latin-1, as `java.util.Properties` reads a stream of bytes. */
export function decodeFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}
