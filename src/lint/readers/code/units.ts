import type { TextEdit, TextRange } from '../../document'

/** How one setting stands beside the next: in a list with commas, in a chain of calls, or as a statement of its own. */
export type Joint = 'list' | 'strictList' | 'chain' | 'statement' | 'pythonStatement'

function lineStartOf(text: string, at: number): number {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}

/** The blanks before `at`, null where something else stands before it on its line. */
function indentOf(text: string, at: number): string | null {
  const indent = text.slice(lineStartOf(text, at), at).replace(/^\ufeff/, '')
  return /^[ \t]*$/.test(indent) ? indent : null
}

function skipBlanks(text: string, at: number): number {
  let end = at
  while (end < text.length && (text[end] === ' ' || text[end] === '\t')) end++
  return end
}

function behindLineEnd(text: string, at: number): number | null {
  if (at >= text.length) return at
  if (text.startsWith('\r\n', at)) return at + 2
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : null
}

/** A setting of its own behind `unit`, written on a line of its own where that one has its own line. */
export function insertionAfter(text: string, unit: TextRange, joint: Joint, written: string): TextEdit {
  const indent = indentOf(text, unit.start)
  const comma = joint === 'list' || joint === 'strictList' ? ',' : ''
  const lineStart = lineStartOf(text, unit.start)
  const lineEnd = text.slice(lineStart - 2, lineStart) === '\r\n' ? '\r\n' : '\n'
  const between =
    indent !== null
      ? comma + lineEnd + indent
      : joint === 'chain'
        ? ''
        : `${joint === 'pythonStatement' ? ';' : comma} `
  return { start: unit.end, end: unit.end, text: between + written }
}

/** What goes when the setting is deleted: its whole lines where nothing else stands on them, and its comma. */
export function deletionOf(text: string, unit: TextRange, joint: Joint): TextRange {
  const list = joint === 'list' || joint === 'strictList'
  let end = unit.end
  if (list) {
    const comma = skipBlanks(text, end)
    if (text[comma] === ',') end = comma + 1
    else if (joint === 'strictList') {
      let before = unit.start
      while (before > 0 && /\s/.test(text.charAt(before - 1))) before--
      if (text[before - 1] === ',') return { start: before - 1, end }
    }
  }
  const indent = indentOf(text, unit.start)
  const rest = skipBlanks(text, end)
  const next = behindLineEnd(text, rest)
  if (indent !== null && next !== null) {
    // The last call of a chain is followed by the rest of its statement on the same line, never by nothing.
    return { start: unit.start - indent.length, end: next }
  }
  return { start: unit.start, end: list ? rest : end }
}
