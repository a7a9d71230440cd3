import type { Rule } from '../../rule'
import { text } from '../../texts'
import { toHave } from './fix'
import { alsoAt, report, rule, type Definition } from './rule'
import { pairOf, shown } from './settings'

interface Bound extends Pick<Definition, 'severity' | 'preset' | 'since' | 'roles'> {
  readonly id:
    | 'replica-fetch-below-message-max'
    | 'fetch-max-below-partition-fetch'
    | 'connection-setup-timeout-exceeds-max'
    | 'retry-backoff-exceeds-max'
  /** In the order in which the message names them. */
  readonly keys: readonly [first: string, second: string]
  /** Which of the two is the upper bound of the other. */
  readonly upper: 'first' | 'second'
}

/** A rule about a number and its upper bound, at least one of them written: the bound is raised where it is below. */
export function boundRule({ upper, keys, ...head }: Bound): Rule {
  return rule({
    ...head,
    keys,
    check(context) {
      const pair = pairOf(context, ...keys)
      if (pair === null) return null
      const { first, second, anchor } = pair
      const [bound, other] = upper === 'first' ? [first, second] : [second, first]
      if (bound.value >= other.value) return null
      const message = text(`lint.${head.id}`, shown(context, first), shown(context, second))
      const fixes = [toHave(context, bound.key, bound.entry, anchor, other.value)]
      return alsoAt(context, report(anchor, message, fixes), second.entry)
    },
  })
}
