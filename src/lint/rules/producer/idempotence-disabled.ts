import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import { IDEMPOTENCE } from './guarantees'

/** The broker tells a record that comes again from a new one by the producer's sequence (KIP-98). */
export const idempotenceDisabled = rule({
  id: 'idempotence-disabled',
  severity: 'hint',
  preset: 'strict',
  roles: producers,
  keys: [IDEMPOTENCE],
  check(context) {
    const idempotence = written(context, IDEMPOTENCE)
    if (idempotence?.text.toLowerCase() !== 'false') return null
    return report(idempotence.entry, text('lint.idempotence-disabled'), [
      toSet(context, idempotence.entry, 'true'),
    ])
  },
})
