import { shownName } from './catalogue/dialects/dialects'
import type { Block, Entry, LintDocument, TextEdit } from './document'
import type { Fix } from './finding'
import { text } from './texts'

/** The edit that gives an entry another value. */
export function valueEdit(document: LintDocument, entry: Entry, value: string): TextEdit {
  if (document.syntax.setValue !== undefined) return document.syntax.setValue(entry, value)
  const { start, end } = entry.valueRange
  const written = document.syntax.value(value, entry)
  // `key` alone, or `key` at the end of a line, needs its separator.
  const bare = start === end && !/[=:]/.test(document.text.slice(entry.keyRange.end, start))
  return { start, end, text: bare ? `=${written}` : written }
}

/** The edit that takes an entry out. */
export function deletion({ range: { start, end } }: Entry): TextEdit {
  return { start, end, text: '' }
}

/** The edit that gives an entry another key; null where the entry would have to move. */
export function keyEdit(document: LintDocument, block: Block, entry: Entry, key: string): TextEdit | null {
  const { syntax } = document
  if (syntax.rename !== undefined) return syntax.rename(block, entry, key)
  const { start, end } = entry.keyRange
  return { start, end, text: syntax.key(block, key) }
}

/** Sets an entry that is there. */
export function setFix(document: LintDocument, entry: Entry, value: string, safe = false): Fix {
  return {
    title: text('lint.fix.set', document.syntax.shownKey?.(entry) ?? entry.key, value),
    edits: [valueEdit(document, entry, value)],
    safe,
    preferred: safe,
  }
}

/** Sets a key where it stands, or adds it behind another entry of the block. */
export function setOrAddFix(
  document: LintDocument,
  block: Block,
  key: string,
  entry: Entry | null,
  beside: Entry,
  value: string,
): Fix {
  if (entry !== null) return setFix(document, entry, value)
  return {
    title: text('lint.fix.add', shownName(block.dialect, key), value),
    edits: [document.syntax.insertAfter(block, beside, key, value)],
    safe: false,
    preferred: false,
  }
}
