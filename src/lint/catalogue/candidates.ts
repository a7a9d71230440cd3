import { isWithin } from './distance'

/** Shorter names are too near to each other: `topic` and `topics` are no misspellings. */
const MIN_LENGTH = 8
const MAX_EDITS = 2
/** Unknown names are looked up again at every save and in many files; the memory of them stays small. */
const REMEMBERED = 4096

interface Candidate {
  readonly key: string
  /** One bit per character that occurs: two words a few edits apart differ in a few bits. */
  readonly mask: number
}

const nothing: readonly string[] = []

/** Finds the known names that an unknown one was probably meant to be. */
export class CandidateIndex {
  private readonly byLength: Candidate[][] = []
  private readonly remembered = new Map<string, readonly string[]>()

  constructor(keys: Iterable<string>) {
    for (const key of keys) (this.byLength[key.length] ??= []).push({ key, mask: maskOf(key) })
  }

  /** Names of the same dotted words in another order, else the nearest ones at most two edits away. */
  meantBy(key: string): readonly string[] {
    const known = this.remembered.get(key)
    if (known !== undefined) return known
    const mask = maskOf(key)
    const permuted = this.samePieces(key, mask)
    const found = permuted.length > 0 ? permuted : this.near(key, mask)
    if (this.remembered.size >= REMEMBERED) this.remembered.clear()
    this.remembered.set(key, found)
    return found
  }

  private samePieces(key: string, mask: number): readonly string[] {
    const candidates = (this.byLength[key.length] ?? []).filter((candidate) => candidate.mask === mask)
    if (candidates.length === 0) return nothing
    const pieces = piecesOf(key)
    return candidates.map((candidate) => candidate.key).filter((other) => piecesOf(other) === pieces)
  }

  /** Never one that is the end of the written name: `app.group.id` is not `group.id`. */
  private near(key: string, mask: number): readonly string[] {
    if (key.length < MIN_LENGTH) return nothing
    let nearest = MAX_EDITS
    let found = nothing
    for (let length = key.length - MAX_EDITS; length <= key.length + MAX_EDITS; length++) {
      for (const candidate of this.byLength[length] ?? []) {
        // An edit changes at most two of the characters that occur.
        if (bits(mask ^ candidate.mask) > 2 * MAX_EDITS) continue
        if (!isWithin(key, candidate.key, nearest) || key.endsWith(`.${candidate.key}`)) continue
        if (nearest === MAX_EDITS && isWithin(key, candidate.key, 1)) {
          nearest = 1
          found = nothing
        }
        found = [...found, candidate.key]
      }
    }
    return found
  }
}

function piecesOf(key: string): string {
  return key.split('.').sort().join('.')
}

function maskOf(key: string): number {
  let mask = 0
  for (let at = 0; at < key.length; at++) mask |= 1 << (key.charCodeAt(at) & 31)
  return mask
}

/** Set bits of a 32-bit number, by pairs, nibbles and bytes. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
