import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'

const refused = [
  'auto.offset.reset',
  'enable.auto.commit',
  'group.instance.id',
  'isolation.level',
  'partition.assignment.strategy',
  'interceptor.classes',
  'session.timeout.ms',
  'heartbeat.interval.ms',
  'group.protocol',
  'group.remote.assignor',
]

/** `ShareConsumerConfig` refuses what its group or its broker decides (KIP-932). */
export const shareGroupConflict = rule({
  id: 'share-group-conflict',
  severity: 'error',
  stage: 'conflict',
  since: 4001,
  roles: ['consumer', 'client'],
  lines: isShare,
  check(context) {
    const share = context.block.entries.find(({ key }) => isShare(key))
    if (share === undefined) return null
    return refused.flatMap((key) => {
      const entry = context.explicit(key)
      return entry === null
        ? []
        : [report(entry, text('lint.share-group-conflict', key, share.key), [toDelete(context, entry)])]
    })
  },
})

/** Settings that only a share consumer has. */
function isShare(key: string): boolean {
  return key.startsWith('share.')
}
