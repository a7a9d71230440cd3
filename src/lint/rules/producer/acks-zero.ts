import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import { ACKS } from './guarantees'

/** The producer does not wait for an answer, and does not look at the one that says the partition is elsewhere. */
export const acksZero = rule({
  id: 'acks-zero',
  severity: 'warning',
  roles: producers,
  keys: [ACKS],
  check(context) {
    const acks = written(context, ACKS)
    return (
      acks?.text === '0' && report(acks.entry, text('lint.acks-zero'), [toSet(context, acks.entry, 'all')])
    )
  },
})
