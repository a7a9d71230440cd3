import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { assignorsOf, STRATEGY } from './assignors'

/** The group takes the protocol that all assignors of all members have: eager, while one is eager (upgrade notes 3.0). */
export const assignorCooperativeNotEffective = rule({
  id: 'assignor-cooperative-not-effective',
  severity: 'hint',
  preset: 'strict',
  roles: ['consumer', 'client'],
  keys: [STRATEGY],
  check(context) {
    const assignors = assignorsOf(context)
    const [eager] = assignors?.eager ?? []
    if (assignors === null || eager === undefined || assignors.cooperative.length === 0) return null
    const { entry } = assignors.strategy
    const rest = assignors.all.filter((name) => !assignors.eager.includes(name)).join(',')
    return report(entry, text('lint.assignor-cooperative-not-effective', eager), [
      toSet(context, entry, rest),
    ])
  },
})
