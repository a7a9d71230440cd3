import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { liveNumber, topicSetting } from '../kit/cluster'
import { producers, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { wholeNumber } from '../../values'

const SIZE = 'max.request.size'

/** Which topic the producer writes to is not known: only what is above the limit of every topic is certain to fail. */
export const maxRequestSizeExceedsBroker = rule({
  id: 'max-request-size-exceeds-broker',
  severity: 'error',
  preset: 'cluster',
  stage: 'conflict',
  roles: producers,
  keys: [SIZE],
  check(context) {
    const size = writtenNumber(context, SIZE)
    const limit = largestMessage(context)
    if (size === null || limit === null || size.value <= limit) return null
    return report(size.entry, text('lint.max-request-size-exceeds-broker', SIZE, size.value, limit), [
      toSet(context, size.entry, limit),
    ])
  },
})

function largestMessage(context: RuleContext): number | null {
  const topics = Object.values(context.snapshot?.topics ?? {})
  if (topics.length === 0) return liveNumber(context, 'message.max.bytes')
  let largest: number | null = null
  for (const topic of topics) {
    const value = topicSetting(context, topic, 'max.message.bytes', 'message.max.bytes')
    const limit = value === null ? null : wholeNumber(value)
    if (limit === null) return null
    largest = Math.max(largest ?? 0, limit)
  }
  return largest
}
