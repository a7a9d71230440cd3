import type { Entry } from '../../document'
import { baseNameOf } from '../../readers/reader'
import { docsOf, type RuleContext, type WorkspaceRule } from '../../rule'
import { text } from '../../texts'
import { report } from '../kit/rule'
import { mayShareCluster } from '../kit/same-cluster'
import { written } from '../kit/settings'
import { isClassic } from './classic'

const INSTANCE = 'group.instance.id'

/** The coordinator fences the older of two members with one `group.instance.id` (KIP-345). */
export const staticMembershipDuplicateId: WorkspaceRule = {
  id: 'static-membership-duplicate-id',
  severity: 'warning',
  preset: 'recommended',
  title: text('lint.static-membership-duplicate-id.title'),
  docs: docsOf('static-membership-duplicate-id'),

  concerns: (context) => context.explicit(INSTANCE) !== null,

  checkAll(contexts) {
    const seen: { readonly context: RuleContext; readonly name: string; readonly entry: Entry }[] = []
    return contexts.flatMap((context) => {
      const instance = context.block.joinsGroup ? written(context, INSTANCE) : null
      const group = written(context, 'group.id')
      if (instance === null || group === null || !isClassic(context)) return []
      const name = `${group.text}\n${instance.text}`
      const same = seen.filter((one) => one.name === name && mayShareCluster(one.context, context))
      // A line that two blocks read is one member.
      if (same.some((one) => one.entry === instance.entry)) return []
      seen.push({ context, name, entry: instance.entry })
      const other = same[0]?.context
      const { replicas = 1 } = context.block
      if (other === undefined && replicas < 2) return []
      const message =
        other === undefined
          ? text('lint.static-membership-duplicate-id.replicas', replicas, instance.text, group.text)
          : text('lint.static-membership-duplicate-id', instance.text, group.text, baseNameOf(other.fileName))
      return [{ context, report: report(instance.entry, message) }]
    })
  },
}
