import type { Repeat } from '../../rule'
import { text } from '../../texts'
import { deletion } from '../../fixes'
import { rule } from '../kit/rule'

/** The same key twice in one block: the later value wins and nobody says so (`java.util.Properties`; KAFKA-7795). */
export const duplicateKey = rule({
  id: 'duplicate-key',
  severity: 'warning',
  stage: 'beside',
  roles: null,
  keys: null,
  check: ({ repeats }) =>
    repeats.filter(isCertain).map(({ entry, earlier }) => ({
      entry,
      message: text('lint.duplicate-key', entry.key),
      related: [{ range: earlier.keyRange, message: text('lint.related.earlier', entry.key) }],
      fixes: [
        {
          title: text('lint.fix.deleteEarlier', entry.key),
          edits: [deletion(earlier)],
          safe: false,
          preferred: false,
        },
      ],
    })),
})

/** In code the one may stand in a branch: it replaces the other there, or is replaced. */
function isCertain({ entry, earlier }: Repeat): boolean {
  return entry.key !== '' && entry.maybe !== true && earlier.maybe !== true
}
