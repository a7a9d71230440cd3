/** Ends an exhaustive switch: a case that was forgotten does not compile, one that slipped in throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`)
}
