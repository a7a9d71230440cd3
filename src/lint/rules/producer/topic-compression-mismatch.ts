import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { topicSetting } from '../kit/cluster'
import { producers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const TYPE = 'compression.type'

/** A topic's own codec counts on disk; `producer` keeps what comes. */
export const topicCompressionMismatch = rule({
  id: 'topic-compression-mismatch',
  severity: 'info',
  preset: 'cluster',
  roles: producers,
  keys: [TYPE],
  check(context) {
    const type = written(context, TYPE)
    if (type === null) return null
    for (const [name, topic] of Object.entries(context.snapshot?.topics ?? {})) {
      const own = topicSetting(context, topic, TYPE, TYPE)
      if (own === null || own === 'producer' || plain(own) === plain(type.text)) continue
      return report(type.entry, text('lint.topic-compression-mismatch', type.text, name, own), [
        toSet(context, type.entry, plain(own)),
      ])
    }
    return null
  },
})

/** Topics call no compression otherwise than producers do. */
function plain(type: string): string {
  return type === 'uncompressed' ? 'none' : type
}
