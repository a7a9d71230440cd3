import { springProperty } from '../../catalogue/spring'
import { text } from '../../texts'
import { report, rule } from '../kit/rule'

const form = /^spring\.kafka\.(consumer|producer)\.(.+)$/

/** Boot binds what `KafkaProperties` has and drops the rest without a word. Readers leave what they do not know as it is. */
export const springUnknownProperty = rule({
  id: 'spring-unknown-property',
  severity: 'warning',
  stage: 'name',
  tag: 'unnecessary',
  roles: ['other'],
  keys: null,
  check: ({ block }) =>
    block.entries.flatMap((entry) => {
      const match = entry.key.startsWith('spring.kafka.') ? form.exec(entry.key) : null
      const section = match?.[1] === 'producer' ? 'producer' : 'consumer'
      const name = match?.[2]
      if (name === undefined || name.startsWith('properties') || name.startsWith('ssl.')) return []
      if (springProperty(section, name) !== undefined) return []
      const place = `spring.kafka.${section}.properties`
      return [report(entry, text('lint.spring-unknown-property', entry.key, place))]
    }),
})
