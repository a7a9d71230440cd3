import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { writtenWord } from '../kit/settings'

/** What the new protocol refuses, and the setting of the broker or the group that decides it now (KIP-848). */
const moved: Readonly<Record<string, string>> = {
  'session.timeout.ms': 'group.consumer.session.timeout.ms',
  'heartbeat.interval.ms': 'group.consumer.heartbeat.interval.ms',
  'partition.assignment.strategy': 'group.remote.assignor',
}

/** `ConsumerConfig.postProcessParsedConfig` throws for each of them, also where the value is the default. */
export const groupProtocolConsumerConflict = rule({
  id: 'group-protocol-consumer-conflict',
  severity: 'error',
  stage: 'conflict',
  roles: consumers,
  keys: ['group.protocol'],
  check: (context) =>
    writtenWord(context, 'group.protocol') === 'consumer' &&
    Object.entries(moved).flatMap(([key, successor]) => {
      const entry = context.explicit(key)
      if (entry === null || entry.value === '') return []
      return [
        report(entry, text('lint.group-protocol-consumer-conflict', key, successor), [
          toDelete(context, entry),
        ]),
      ]
    }),
})
