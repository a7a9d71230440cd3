import type { Block, Entry } from '../../document'
import type { Fix } from '../../finding'
import { deletion, setFix, setOrAddFix } from '../../fixes'
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

/** Of a key that stands there more than once every copy goes: else the one before would count. */
export function toDelete(context: RuleContext, entry: Entry, safe = false): Fix {
  return {
    title: text('lint.fix.delete', entry.key),
    edits: copies(context, entry).map(deletion),
    safe,
    preferred: safe,
  }
}

/** Every copy of the key, as `toDelete`; null where an entry would have to move. */
export function toRename(context: RuleContext, entry: Entry, key: string): Fix | null {
  const edits = copies(context, entry).map((copy) => keyEdit(context.document, context.block, copy, key))
  if (!edits.every((edit) => edit !== null)) return null
  return { title: text('lint.fix.rename', key), edits, safe: false, preferred: false }
}

/** The entries with the same key in the block that the entry stands in, which may be a parent. */
function copies(context: RuleContext, entry: Entry): readonly Entry[] {
  if (context.repeats.length === 0 && context.own(entry.key) === entry) return [entry]
  for (let at: Block | null = context.block; at !== null; at = at.parent) {
    if (at.entries.includes(entry)) return at.entries.filter(({ key }) => key === entry.key)
  }
  return [entry]
}
