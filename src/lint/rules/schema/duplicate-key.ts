import type { Entry } from '../../document'
import { docsOf, type Report, type Rule } from '../../rule'
import { text } from '../../texts'

/** The same key twice in one block: the later value wins and nobody says so (`java.util.Properties`; KAFKA-7795). */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'warning',
  preset: 'recommended',
  title: text('lint.duplicate-key.title'),
  docs: docsOf('duplicate-key'),
  stage: 'beside',
  roles: null,
  keys: null,

  check({ block, repeats }) {
    if (!repeats) return []
    const found: Report[] = []
    const last = new Map<string, Entry>()
    for (const entry of block.entries) {
      const earlier = last.get(entry.key)
      last.set(entry.key, entry)
      if (earlier === undefined || entry.key === '') continue
      // In code the one may stand in a branch: it replaces the other there, or is replaced.
      if (entry.maybe === true || earlier.maybe === true) continue
      found.push({
        entry,
        message: text('lint.duplicate-key', entry.key),
        related: [{ range: earlier.keyRange, message: text('lint.related.earlier', entry.key) }],
        fixes: [
          {
            title: text('lint.fix.deleteEarlier', entry.key),
            edits: [{ ...earlier.range, text: '' }],
            safe: false,
            preferred: false,
          },
        ],
      })
    }
    return found
  },
}
