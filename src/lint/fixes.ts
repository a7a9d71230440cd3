import { shownName } from './catalogue/dialects/dialects'
import type { Block, Entry, LintDocument, TextEdit } from './document'
import type { Fix } from './finding'
import { text } from './texts'
import { valueEdit } from './writing'

/** The edit that takes an entry out. */
export function deletion({ range: { start, end } }: Entry): TextEdit {
  return { start, end, text: '' }
}

/** Sets an entry that is there. */
export function setFix(document: LintDocument, entry: Entry, value: string, safe = false): Fix {
  return {
    title: text(
      'lint.fix.set',
      entry.written ?? document.syntax.shownKey?.(entry) ?? entry.key,
      document.syntax.shownValue?.(entry, value) ?? value,
    ),
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
