import type { Entry } from '../../document'
import { baseNameOf } from '../../readers/reader'
import { docsOf, type RuleContext, type WorkspaceRule } from '../../rule'
import { text } from '../../texts'
import { producers, report } from '../kit/rule'
import { mayShareCluster } from '../kit/same-cluster'
import { written } from '../kit/settings'
import { TRANSACTIONAL } from './guarantees'

/** The transaction coordinator gives the newest producer of an id a new epoch and fences the others (KIP-98). */
export const transactionalIdDuplicate: WorkspaceRule = {
  id: 'transactional-id-duplicate',
  severity: 'warning',
  preset: 'recommended',
  title: text('lint.transactional-id-duplicate.title'),
  docs: docsOf('transactional-id-duplicate'),

  concerns: (context) => context.explicit(TRANSACTIONAL) !== null,

  checkAll(contexts) {
    const seen: { readonly context: RuleContext; readonly id: string; readonly entry: Entry }[] = []
    return contexts.flatMap((context) => {
      const id = producers.includes(context.block.role) ? written(context, TRANSACTIONAL) : null
      if (id === null || id.text === '') return []
      const same = seen.filter((one) => one.id === id.text && mayShareCluster(one.context, context))
      // A line that two blocks read is one producer.
      if (same.some((one) => one.entry === id.entry)) return []
      seen.push({ context, id: id.text, entry: id.entry })
      const other = same[0]?.context
      const { replicas = 1 } = context.block
      if (other === undefined && replicas < 2) return []
      const message =
        other === undefined
          ? text('lint.transactional-id-duplicate.replicas', replicas, id.text)
          : text('lint.transactional-id-duplicate', id.text, baseNameOf(other.fileName))
      return [{ context, report: report(id.entry, message) }]
    })
  },
}
