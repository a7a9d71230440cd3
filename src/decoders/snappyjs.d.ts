/** The part of snappyjs that is used; it brings no types. */
declare module 'snappyjs' {
  /** One raw block. Throws where it is none, or is longer than `maxLength` bytes. */
  export function uncompress(compressed: Uint8Array, maxLength: number): Uint8Array
}
