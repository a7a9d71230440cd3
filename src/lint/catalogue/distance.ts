/**
 * Whether `a` becomes `b` by at most `edits` edits: insertions, deletions, substitutions and swaps of neighbours
 * (Damerau-Levenshtein, optimal string alignment). For a few edits only: each one multiplies the ways by four.
 */
export function isWithin(a: string, b: string, edits: number): boolean {
  return Math.abs(a.length - b.length) <= edits && reaches(a, 0, b, 0, edits)
}

function reaches(a: string, atA: number, b: string, atB: number, edits: number): boolean {
  let x = atA
  let y = atB
  while (x < a.length && y < b.length && a.charCodeAt(x) === b.charCodeAt(y)) {
    x++
    y++
  }
  const restA = a.length - x
  const restB = b.length - y
  if (restA === 0 || restB === 0) return restA + restB <= edits
  if (edits === 0 || Math.abs(restA - restB) > edits) return false
  const swapped =
    restA > 1 &&
    restB > 1 &&
    a.charCodeAt(x) === b.charCodeAt(y + 1) &&
    a.charCodeAt(x + 1) === b.charCodeAt(y)
  return (
    (swapped && reaches(a, x + 2, b, y + 2, edits - 1)) ||
    reaches(a, x + 1, b, y + 1, edits - 1) ||
    reaches(a, x + 1, b, y, edits - 1) ||
    reaches(a, x, b, y + 1, edits - 1)
  )
}

/** The one word nearest to `written`, at most two edits and less than half of it away; null where two are as near. */
export function nearestWord(written: string, words: readonly string[]): string | null {
  for (let edits = 1; edits <= 2 && edits * 2 < written.length; edits++) {
    const near = words.filter((word) => isWithin(written, word, edits))
    if (near.length > 0) return near.length === 1 ? (near[0] ?? null) : null
  }
  return null
}
