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
  lines: (key) => unknownIn(key) !== null,
  checkLine(_context, entry) {
    const place = `spring.kafka.${unknownIn(entry.key) ?? ''}.properties`
    return report(entry, text('lint.spring-unknown-property', entry.key, place))
  },
})

/** The section that has no property of that name; null where it has, or where the key is in neither of the two. */
function unknownIn(key: string): 'consumer' | 'producer' | null {
  const [, section, name = ''] = form.exec(key) ?? []
  if (section !== 'consumer' && section !== 'producer') return null
  if (name.startsWith('properties') || name.startsWith('ssl.')) return null
  return springProperty(section, name) === undefined ? section : null
}
