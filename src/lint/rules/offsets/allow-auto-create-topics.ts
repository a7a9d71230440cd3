import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const ALLOW = 'allow.auto.create.topics'

/** The broker creates what a consumer asks for, unless the consumer says not to (KIP-361). */
export const allowAutoCreateTopics = rule({
  id: 'allow-auto-create-topics',
  severity: 'hint',
  preset: 'strict',
  roles: consumers,
  keys: [ALLOW],
  check(context) {
    const allow = written(context, ALLOW)
    if (allow?.text.toLowerCase() !== 'true') return null
    return report(allow.entry, text('lint.allow-auto-create-topics'), [toSet(context, allow.entry, 'false')])
  },
})
