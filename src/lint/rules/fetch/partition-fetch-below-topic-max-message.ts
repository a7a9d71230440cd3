import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { liveGroup, topicSetting } from '../kit/cluster'
import { consumers, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'
import { wholeNumber } from '../../values'

const PARTITION = 'max.partition.fetch.bytes'

/** A batch above the limit still comes, alone (KIP-74). Topics are those of the group, or all where it is not known. */
export const partitionFetchBelowTopicMaxMessage = rule({
  id: 'partition-fetch-below-topic-max-message',
  severity: 'info',
  preset: 'cluster',
  roles: consumers,
  keys: [PARTITION],
  check(context) {
    const share = writtenNumber(context, PARTITION)
    if (share === null || context.snapshot === null) return null
    const names = liveGroup(context)?.group.topics ?? Object.keys(context.snapshot.topics)
    let largest = { topic: '', bytes: share.value }
    for (const topic of names) {
      const snapshot = context.snapshot.topics[topic]
      if (snapshot === undefined) continue
      const bytes = wholeNumber(
        topicSetting(context, snapshot, 'max.message.bytes', 'message.max.bytes') ?? '',
      )
      if (bytes !== null && bytes > largest.bytes) largest = { topic, bytes }
    }
    if (largest.topic === '') return null
    return report(
      share.entry,
      text(
        'lint.partition-fetch-below-topic-max-message',
        PARTITION,
        share.value,
        largest.topic,
        largest.bytes,
      ),
      [toSet(context, share.entry, largest.bytes)],
    )
  },
})
