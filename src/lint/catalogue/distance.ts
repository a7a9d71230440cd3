/**
 * Edits between two words: insertions, deletions, substitutions and swaps of neighbours (Damerau-Levenshtein, optimal
 * string alignment). Above `limit` the answer is `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let best = row
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1)
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    before = previous
    previous = current
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1)
}

/** The one word nearest to `written`, at most two edits and less than half of it away; null where two are as near. */
export function nearestWord(written: string, words: readonly string[]): string | null {
  let best: string | null = null
  let distance = 3
  for (const word of words) {
    const own = editDistance(written, word, 2)
    if (own * 2 >= written.length || own > distance) continue
    best = own === distance ? null : word
    distance = own
  }
  return best
}
