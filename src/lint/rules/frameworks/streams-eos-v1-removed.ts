import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import { GUARANTEE } from './exactly-once'

const gone: ReadonlySet<string> = new Set(['exactly_once', 'exactly_once_beta'])

/** KIP-732 deprecated both in 3.0; 4.0 refuses them. */
export const streamsEosV1Removed = rule({
  id: 'streams-eos-v1-removed',
  severity: 'error',
  stage: 'retired',
  tag: 'deprecated',
  since: 3000,
  roles: ['streams'],
  keys: [GUARANTEE],
  check(context) {
    const guarantee = written(context, GUARANTEE)
    if (guarantee === null || !gone.has(guarantee.text)) return null
    const { entry } = guarantee
    const fixes = [toSet(context, entry, 'exactly_once_v2')]
    return context.version >= 4000
      ? report(entry, text('lint.streams-eos-v1-removed', guarantee.text), fixes)
      : report(entry, text('lint.streams-eos-v1-removed.deprecated', guarantee.text), fixes, 'warning')
  },
})
