import type { Entry } from '../../document'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { wholeNumber } from '../../values'
import { exactlyOnce, isOfStreams, streamsOf } from './exactly-once'

type Ignored = (value: string) => boolean
const MAX_IN_FLIGHT = 5
const always: Readonly<Record<string, Ignored>> = {
  'enable.auto.commit': (value) => value === 'true',
  'group.protocol': (value) => value !== 'classic',
  'allow.auto.create.topics': (value) => value === 'true',
}
const underExactlyOnce: Readonly<Record<string, Ignored>> = {
  'isolation.level': (value) => value !== 'read_committed',
  'enable.idempotence': (value) => value === 'false',
  'max.in.flight.requests.per.connection': (value) => (wholeNumber(value) ?? 0) > MAX_IN_FLIGHT,
  'transactional.id': () => true,
}

/** `StreamsConfig.checkIfUnexpectedUserSpecifiedClientConfig` logs an error and goes on with its own value. */
export const streamsManagedConfig = rule({
  id: 'streams-managed-config',
  severity: 'warning',
  stage: 'retired',
  tag: 'unnecessary',
  roles: ['consumer', 'producer'],
  // It is about the lines of each block, whatever a block that is nearer to the client says.
  keys: null,
  check(context) {
    if (!isOfStreams(context)) return null
    const streams = streamsOf(context)
    const guarantee = streams === null ? null : exactlyOnce(streams)
    return context.block.entries.flatMap((entry) => {
      if (context.block.role === 'consumer' && isIgnored(context, entry, always))
        return [report(entry, text('lint.streams-managed-config', entry.key), [toDelete(context, entry)])]
      if (guarantee === null || !isIgnored(context, entry, underExactlyOnce)) return []
      return [
        report(entry, text('lint.streams-managed-config.eos', entry.key, guarantee), [
          toDelete(context, entry),
        ]),
      ]
    })
  },
})

function isIgnored(context: RuleContext, entry: Entry, managed: Readonly<Record<string, Ignored>>): boolean {
  const value = context.own(entry.key) === entry ? context.effective(entry.key)?.text : undefined
  return value !== undefined && managed[entry.key]?.(value.toLowerCase()) === true
}
