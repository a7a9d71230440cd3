import { KAFKA_PACKAGE } from '../../catalogue/classes'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const deserializers = ['key.deserializer', 'value.deserializer']

/** What a class name says it is, the longer word first. */
function kindOf(name: string): 'Deserializer' | 'Serializer' | null {
  const lower = name.toLowerCase()
  if (lower.endsWith('deserializer')) return 'Deserializer'
  return lower.endsWith('serializer') ? 'Serializer' : null
}

/** A class that is no instance of what the key wants: the constructor throws. */
export const serializerDeserializerMixup = rule({
  id: 'serializer-deserializer-mixup',
  severity: 'error',
  stage: 'mixup',
  roles: ['consumer', 'producer', 'client'],
  keys: [...deserializers, 'key.serializer', 'value.serializer'],
  checkKey(context, key, entry) {
    const name = written(context, key)?.text ?? ''
    const wanted = deserializers.includes(key) ? 'Deserializer' : 'Serializer'
    const kind = name.endsWith(wanted) ? wanted : kindOf(name)
    if (kind === null || kind === wanted) return null
    const swapped = name.slice(0, -kind.length) + wanted
    // Only Kafka's own come in pairs of the same name.
    const fixes = name.startsWith(KAFKA_PACKAGE) ? [toSet(context, entry, swapped)] : []
    return report(entry, text('lint.serializer-deserializer-mixup', key, name), fixes)
  },
})
