import type { Report, RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { alsoAt, producers, report, rule } from '../kit/rule'
import { numberOf, shown, writtenNumber, type NumberSetting, type WrittenNumber } from '../kit/settings'

const DELIVERY = 'delivery.timeout.ms'

/**
 * `KafkaProducer.configureDeliveryTimeout` throws where it is written; where it is not, it raises it. librdkafka
 * compares it with a written `linger.ms` alone (`rd_kafka_topic_conf_finalize`).
 */
export const deliveryTimeoutTooSmall = rule({
  id: 'delivery-timeout-too-small',
  severity: 'error',
  stage: 'conflict',
  since: 2001,
  roles: producers,
  keys: [DELIVERY],
  check(context) {
    const delivery = writtenNumber(context, DELIVERY)
    const linger = numberOf(context, 'linger.ms')
    if (delivery === null || linger === null) return null
    if (context.block.dialect === 'librdkafka') return nativeReport(context, delivery, linger)
    const request = context.block.dialect === 'java' ? numberOf(context, 'request.timeout.ms') : null
    if (request === null) return null
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

/** 0 is no limit there, and a default linger is shortened. */
function nativeReport(context: RuleContext, delivery: WrittenNumber, linger: NumberSetting): Report | null {
  if (linger.entry === null || delivery.value === 0 || delivery.value > linger.value) return null
  const message = text(
    'lint.delivery-timeout-too-small.native',
    shown(context, delivery),
    shown(context, linger),
  )
  const usual = Number(context.defaultOf(DELIVERY) ?? 0)
  const fixes = usual > linger.value ? [toSet(context, delivery.entry, usual)] : []
  return alsoAt(context, report(delivery.entry, message, fixes), linger.entry)
}
