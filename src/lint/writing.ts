import type { Block, Entry, LintDocument, TextEdit } from './document'

/** The edit that gives an entry another value. */
export function valueEdit(document: LintDocument, entry: Entry, value: string): TextEdit {
  if (document.syntax.setValue !== undefined) return document.syntax.setValue(entry, value)
  const { start, end } = entry.valueRange
  const written = document.syntax.value(value, entry)
  // `key` alone, or `key` at the end of a line, needs its separator.
  const bare = start === end && !/[=:]/.test(document.text.slice(entry.keyRange.end, start))
  return { start, end, text: bare ? `=${written}` : written }
}

/** The edit that gives an entry another key; null where the entry would have to move. */
export function keyEdit(document: LintDocument, block: Block, entry: Entry, key: string): TextEdit | null {
  const { syntax } = document
  if (syntax.rename !== undefined) return syntax.rename(block, entry, key)
  const { start, end } = entry.keyRange
  return { start, end, text: syntax.key(block, key) }
}
