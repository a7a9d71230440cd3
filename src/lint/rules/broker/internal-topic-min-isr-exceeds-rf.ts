import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, report, rule } from '../kit/rule'
import { numberOf, shown, writtenNumber } from '../kit/settings'

const topics = [
  {
    least: 'transaction.state.log.min.isr',
    factor: 'transaction.state.log.replication.factor',
    what: 'lint.internal-topic.transactions',
  },
  {
    least: 'share.coordinator.state.topic.min.isr',
    factor: 'share.coordinator.state.topic.replication.factor',
    what: 'lint.internal-topic.share',
  },
] as const

/** Its default of 2 beside a factor of 1 is in many compose files; nobody sees it before the first transaction. */
export const internalTopicMinIsrExceedsRf = rule({
  id: 'internal-topic-min-isr-exceeds-rf',
  severity: 'warning',
  stage: 'conflict',
  roles: ['broker'],
  keys: topics.map(({ factor }) => factor),
  check: (context) =>
    topics.flatMap(({ least, factor, what }) => {
      const written = writtenNumber(context, factor)
      const needed = numberOf(context, least)
      if (written === null || needed === null || written.value < 1 || needed.value <= written.value) return []
      const anchor = needed.entry ?? written.entry
      const message = text(
        'lint.internal-topic-min-isr-exceeds-rf',
        shown(context, needed),
        shown(context, written),
        text(what),
      )
      return [
        alsoAt(
          context,
          report(anchor, message, [toHave(context, least, needed.entry, anchor, written.value)]),
          written.entry,
        ),
      ]
    }),
})
