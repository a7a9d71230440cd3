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
 * The edits of the safe fixes of all findings, one fix for each. A fix is taken whole or, where it touches the place of
 * an earlier one, not at all: the next round has it.
 */
export function safeEdits(findings: readonly Finding[]): TextEdit[] {
  const taken: TextEdit[] = []
  for (const { fixes } of findings) {
    const safe = fixes.filter((fix) => fix.safe)
    const edits = (safe.find((fix) => fix.preferred) ?? safe[0])?.edits ?? []
    if (!edits.some((edit) => taken.some((other) => touches(edit, other)))) taken.push(...edits)
  }
  return taken
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start
}
