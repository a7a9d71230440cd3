/** People make up names without end; the memory of them stays small. */
const REMEMBERED = 8192
const plainForm = /^[\w.-]+$/

/**
 * One copy of each name. What is cut out of a text keeps the whole text in memory and is compared sign by sign; of names
 * of properties the engine itself keeps one copy each, which it tells apart by their places.
 */
export class Names {
  private readonly copies = new Map<string, string>()

  /** The copy of a name of letters, digits, dots and dashes that was asked for before. */
  find(name: string): string | undefined {
    return this.copies.get(name)
  }

  of(name: string): string {
    const known = this.copies.get(name)
    if (known !== undefined) return known
    const copy = Object.keys({ [name]: true })[0] ?? name
    if (!plainForm.test(copy)) return copy
    if (this.copies.size >= REMEMBERED) this.copies.clear()
    this.copies.set(copy, copy)
    return copy
  }
}
