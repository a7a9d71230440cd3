import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { producers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'
import {
  acksOffence,
  IDEMPOTENCE,
  isTransactional,
  retriesOffence,
  TRANSACTIONAL,
  type Offence,
} from './guarantees'

/** `ProducerConfig`: "Cannot set a transactional.id without also enabling idempotence". */
export const transactionalWithoutIdempotence = rule({
  id: 'transactional-without-idempotence',
  severity: 'error',
  stage: 'conflict',
  roles: producers,
  keys: [TRANSACTIONAL],
  check(context) {
    if (!isTransactional(context)) return null
    const idempotence = written(context, IDEMPOTENCE)
    const off: Offence | null =
      // aiokafka switches it on whatever is written.
      idempotence?.text.toLowerCase() === 'false' && context.block.dialect !== 'aiokafka'
        ? { entry: idempotence.entry, value: 'false', needed: `${IDEMPOTENCE}=true`, mended: 'true' }
        : null
    return [off, acksOffence(context), retriesOffence(context)]
      .filter((offence) => offence !== null)
      .map(({ entry, value, needed, mended }) =>
        report(entry, text('lint.transactional-without-idempotence', entry.key, value, needed), [
          toSet(context, entry, mended),
        ]),
      )
  },
})
