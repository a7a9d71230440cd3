import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { alsoAt, producers, report, rule } from '../kit/rule'
import { numberOf, shown, writtenNumber } from '../kit/settings'

const DELIVERY = 'delivery.timeout.ms'

/** `KafkaProducer.configureDeliveryTimeout` throws where it is written; where it is not, it raises it. */
export const deliveryTimeoutTooSmall = rule({
  id: 'delivery-timeout-too-small',
  severity: 'error',
  stage: 'conflict',
  javaOnly: true,
  since: 2001,
  roles: producers,
  keys: [DELIVERY],
  check(context) {
    const delivery = writtenNumber(context, DELIVERY)
    const linger = numberOf(context, 'linger.ms')
    const request = numberOf(context, 'request.timeout.ms')
    if (delivery === null || linger === null || request === null) return null
    const least = linger.value + request.value
    if (delivery.value >= least) return null
    const message = text(
      'lint.delivery-timeout-too-small',
      DELIVERY,
      delivery.value,
      shown(context, linger),
      shown(context, request),
      least,
    )
    return alsoAt(
      context,
      report(delivery.entry, message, [toSet(context, delivery.entry, least)]),
      linger.entry,
      request.entry,
    )
  },
})
