import type { TextEdit } from './document'
import type { Finding } from './finding'

/** The text with the edits in it. Edits that overlap an earlier one are left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const edit of sorted) {
    if (edit.start < at) continue
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}

/**
 * The edits of the safe fixes of all findings, one fix for each, in the order of the text. A fix is taken whole or, where
 * it touches the place of an earlier one, not at all: the next round has it.
 */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = []
  for (const { fixes } of findings) {
    const safe = fixes.filter((fix) => fix.safe)
    const edits = (safe.find((fix) => fix.preferred) ?? safe[0])?.edits ?? []
    if (edits.some((edit) => touchesAny(taken, edit))) continue
    for (const edit of edits) taken.splice(placeIn(taken, edit.start), 0, edit)
  }
  return taken
}

/** Where the first edit of a sorted list is that begins behind `start`. */
function placeIn(sorted: readonly TextEdit[], start: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low
}

/** Of edits that do not touch each other only the neighbours can touch another one. */
function touchesAny(sorted: readonly TextEdit[], edit: TextEdit): boolean {
  const place = placeIn(sorted, edit.start)
  const before = sorted[place - 1]
  const behind = sorted[place]
  return (
    (before !== undefined && (before.start === edit.start || before.end > edit.start)) ||
    (behind !== undefined && behind.start < edit.end)
  )
}
