/** Bits of one word: numbers of up to thirty bits are kept without a box. */
const BITS = 30

function wordOf(place: number): number {
  return (place / BITS) | 0
}

/** Some of the rules, by their places in the list of all. */
export class RuleSet {
  private readonly words: number[] = []

  constructor(places: readonly number[] = []) {
    for (const place of places) this.add(place)
  }

  add(place: number): void {
    const at = wordOf(place)
    while (this.words.length <= at) this.words.push(0)
    this.words[at] = (this.words[at] ?? 0) | (1 << (place % BITS))
  }

  delete(place: number): void {
    const at = wordOf(place)
    this.words[at] = (this.words[at] ?? 0) & ~(1 << (place % BITS))
  }

  has(place: number): boolean {
    return ((this.words[wordOf(place)] ?? 0) & (1 << (place % BITS))) !== 0
  }

  addAll({ words }: RuleSet): void {
    for (let at = 0; at < words.length; at++) {
      if (at < this.words.length) this.words[at] = (this.words[at] ?? 0) | (words[at] ?? 0)
      else this.words.push(words[at] ?? 0)
    }
  }

  /** The first place from `from` on that is in it, -1 where there is none. */
  next(from: number): number {
    let at = wordOf(from)
    let rest = (this.words[at] ?? 0) & (-1 << (from % BITS))
    while (rest === 0)
      if (++at < this.words.length) rest = this.words[at] ?? 0
      else return -1
    return at * BITS + 31 - Math.clz32(rest & -rest)
  }
}
