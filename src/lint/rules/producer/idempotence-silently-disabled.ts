import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { wordOf } from '../kit/settings'
import {
  IDEMPOTENCE,
  IN_FLIGHT,
  inFlightOffence,
  isTransactional,
  RETRIES,
  retriesOffence,
} from './guarantees'

/** Where idempotence is on only by default, `ProducerConfig` switches it off and logs that (KIP-679). */
export const idempotenceSilentlyDisabled = rule({
  id: 'idempotence-silently-disabled',
  severity: 'warning',
  stage: 'conflict',
  javaOnly: true,
  since: 3000,
  roles: producers,
  keys: [RETRIES, IN_FLIGHT],
  check(context) {
    if (context.explicit(IDEMPOTENCE) !== null || wordOf(context, IDEMPOTENCE) !== 'true') return null
    const offences = [
      isTransactional(context) ? null : retriesOffence(context),
      context.version < 4000 ? inFlightOffence(context) : null,
    ]
    return offences
      .filter((offence) => offence !== null)
      .map(({ entry, value }) =>
        report(entry, text('lint.idempotence-silently-disabled', entry.key, value), [
          toDelete(context, entry),
        ]),
      )
  },
})
