import { legacyClientKeys } from '../../catalogue/families'
import { text } from '../../texts'
import { toDelete, toRename } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** What today's clients call it, where the value means the same; `serializer.class` and the like have no such name. */
const successors: Readonly<Record<string, string>> = {
  'auto.commit.enable': 'enable.auto.commit',
  'metadata.broker.list': 'bootstrap.servers',
  'request.required.acks': 'acks',
  'compression.codec': 'compression.type',
  'fetch.message.max.bytes': 'max.partition.fetch.bytes',
  'fetch.wait.max.ms': 'fetch.max.wait.ms',
  'metadata.fetch.timeout.ms': 'max.block.ms',
}

/** Keys of the Scala clients, which were deprecated in 0.9 and are gone since 2.0. librdkafka keeps several of them. */
export const legacyClientKey = rule({
  id: 'legacy-client-key',
  severity: 'warning',
  stage: 'name',
  tag: 'deprecated',
  javaOnly: true,
  roles: ['consumer', 'producer', 'client'],
  lines: (key) => legacyClientKeys.has(key),
  checkLine(context, entry) {
    const successor = successors[entry.key]
    if (successor === undefined)
      return report(entry, text('lint.legacy-client-key', entry.key), [toDelete(context, entry)])
    const fix =
      context.own(successor) === null ? toRename(context, entry, successor) : toDelete(context, entry)
    return report(entry, text('lint.legacy-client-key.renamed', entry.key, successor), [fix])
  },
})
