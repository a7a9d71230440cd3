import { KAFKA_PACKAGE, kafkaClasses } from '../../catalogue/classes'
import { nearestWord } from '../../catalogue/distance'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { elementsOf, written } from '../kit/settings'

const CONSUMER = `${KAFKA_PACKAGE}clients.consumer.`
/** Names that other clients use for the assignors. */
const assignors: Readonly<Record<string, string>> = {
  range: 'RangeAssignor',
  roundrobin: 'RoundRobinAssignor',
  sticky: 'StickyAssignor',
  'cooperative-sticky': 'CooperativeStickyAssignor',
}

/**
 * A class name that cannot be loaded: without a package, or one of Kafka's own packages that has no such class. Other
 * packages are the class path's to know.
 */
export const classNameNotResolvable = rule({
  id: 'class-name-not-resolvable',
  severity: 'error',
  stage: 'domain',
  javaOnly: true,
  roles: ['consumer', 'producer', 'client'],
  keys: [
    'key.deserializer',
    'value.deserializer',
    'key.serializer',
    'value.serializer',
    'partition.assignment.strategy',
    'partitioner.class',
    'interceptor.classes',
  ],
  checkKey(context, key, entry) {
    const names = elementsOf(written(context, key)?.text ?? '')
    const name = names.find((one) => !isResolvable(one))
    if (name === undefined) return null
    const id = name.includes('.') ? 'lint.class-name-not-resolvable' : 'lint.class-name-not-resolvable.short'
    const meant = meantBy(name)
    const whole = names.map((one) => (one === name ? (meant ?? one) : one)).join(',')
    return report(entry, text(id, key, name), meant === null ? [] : [toSet(context, entry, whole)])
  },
})

function isResolvable(name: string): boolean {
  return kafkaClasses.has(name) || (name.includes('.') && !name.startsWith(KAFKA_PACKAGE))
}

function meantBy(name: string): string | null {
  const assignor = assignors[name.toLowerCase()]
  if (assignor !== undefined) return CONSUMER + assignor
  const simple = name.slice(name.lastIndexOf('.') + 1)
  const lastOf = (full: string): string => full.slice(full.lastIndexOf('.') + 1)
  const all = [...kafkaClasses]
  const same = all.find((full) => lastOf(full).toLowerCase() === simple.toLowerCase())
  if (same !== undefined) return same
  const near = nearestWord(simple, [...new Set(all.map(lastOf))])
  return near === null ? null : (all.find((full) => lastOf(full) === near) ?? null)
}
