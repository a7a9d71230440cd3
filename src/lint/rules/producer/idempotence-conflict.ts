import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { wordOf } from '../kit/settings'
import {
  ACKS,
  acksOffence,
  IDEMPOTENCE,
  IN_FLIGHT,
  inFlightOffence,
  isTransactional,
  RETRIES,
  retriesOffence,
} from './guarantees'

const THROWS_UNASKED = 4000

/**
 * `ProducerConfig.postProcessAndValidateIdempotenceConfigs`: what is asked for throws; where idempotence is on by
 * default, too many requests in flight throw since 4.0. Clients adjust what is not written.
 */
export const idempotenceConflict = rule({
  id: 'idempotence-conflict',
  severity: 'error',
  stage: 'conflict',
  roles: producers,
  keys: [IDEMPOTENCE, ACKS, RETRIES, IN_FLIGHT],
  check(context) {
    if (wordOf(context, IDEMPOTENCE) !== 'true') return null
    const asked = context.explicit(IDEMPOTENCE) !== null
    // A transaction needs acks and retries by itself; its own rule says so.
    const own = asked && !isTransactional(context)
    const offences = [
      own ? acksOffence(context) : null,
      own ? retriesOffence(context) : null,
      asked || context.version >= THROWS_UNASKED ? inFlightOffence(context) : null,
    ]
    return offences
      .filter((offence) => offence !== null)
      .map(({ entry, value, needed, mended }) =>
        report(entry, text('lint.idempotence-conflict', entry.key, value, needed), [
          toSet(context, entry, mended),
        ]),
      )
  },
})
