import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** A key that only the other client has, in a file or under a prefix that says which client it is for. */
export const wrongClientKey = rule({
  id: 'wrong-client-key',
  severity: 'info',
  tag: 'unnecessary',
  roles: ['consumer', 'producer'],
  keys: null,
  check(context) {
    const { block, known } = context
    const { role, roleFrom, dialect } = block
    if (roleFrom === 'keys' || dialect !== 'java' || (role !== 'consumer' && role !== 'producer')) return null
    const other = role === 'consumer' ? 'producer' : 'consumer'
    return context
      .strangers()
      .filter(({ key }) => known.kafka.facts(other, key) !== null)
      .map((entry) =>
        report(entry, text(`lint.wrong-client-key.${role}`, entry.key), [toDelete(context, entry)]),
      )
  },
})
