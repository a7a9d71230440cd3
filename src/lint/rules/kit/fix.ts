import type { Entry } from '../../document'
import type { Fix } from '../../finding'
import { setFix, setOrAddFix } from '../../fixes'
import { keyEdit } from '../../writing'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'

/** Sets a value that is written. */
export function toSet(context: RuleContext, entry: Entry, value: string | number, safe = false): Fix {
  return setFix(context.document, entry, String(value), safe)
}

/** Sets a key where it stands, or adds it behind another one. */
export function toHave(
  context: RuleContext,
  key: string,
  entry: Entry | null,
  beside: Entry,
  value: string | number,
): Fix {
  return setOrAddFix(context.document, context.block, key, entry, beside, String(value))
}

export function toDelete(entry: Entry, safe = false): Fix {
  return {
    title: text('lint.fix.delete', entry.key),
    edits: [{ ...entry.range, text: '' }],
    safe,
    preferred: safe,
  }
}

/** Null where the entry would have to move. */
export function toRename(context: RuleContext, entry: Entry, key: string): Fix | null {
  const edit = keyEdit(context.document, context.block, entry, key)
  return edit === null
    ? null
    : { title: text('lint.fix.rename', key), edits: [edit], safe: false, preferred: false }
}
