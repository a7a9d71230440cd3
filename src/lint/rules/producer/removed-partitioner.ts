import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const PARTITIONER = 'partitioner.class'
const gone: ReadonlySet<string> = new Set([
  'org.apache.kafka.clients.producer.internals.DefaultPartitioner',
  'org.apache.kafka.clients.producer.UniformStickyPartitioner',
])

/** Since 3.3 the producer's own way needs no class (KIP-794); 4.0 removed the two. */
export const removedPartitioner = rule({
  id: 'removed-partitioner',
  severity: 'error',
  stage: 'retired',
  tag: 'deprecated',
  javaOnly: true,
  since: 3003,
  roles: ['producer', 'client', 'streams'],
  keys: [PARTITIONER],
  check(context) {
    const partitioner = written(context, PARTITIONER)
    if (partitioner === null || !gone.has(partitioner.text)) return null
    const { entry } = partitioner
    const name = partitioner.text.slice(partitioner.text.lastIndexOf('.') + 1)
    return context.version >= 4000
      ? report(entry, text('lint.removed-partitioner', name), [toDelete(context, entry)])
      : report(
          entry,
          text('lint.removed-partitioner.deprecated', name),
          [toDelete(context, entry)],
          'warning',
        )
  },
})
