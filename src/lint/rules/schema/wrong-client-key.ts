import { text } from '../../texts'
import { toDelete } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** A key that only the other client has, in a file or under a prefix that says which client it is for. */
export const wrongClientKey = rule({
  id: 'wrong-client-key',
  severity: 'info',
  tag: 'unnecessary',
  javaOnly: true,
  roles: ['consumer', 'producer'],
  lines: (key, { role }, { kafka }) =>
    kafka.facts(role, key) === null &&
    kafka.facts(role === 'consumer' ? 'producer' : 'consumer', key) !== null,
  checkLine(context, entry) {
    const { role, roleFrom } = context.block
    if (roleFrom === 'keys' || (role !== 'consumer' && role !== 'producer')) return null
    return report(entry, text(`lint.wrong-client-key.${role}`, entry.key), [toDelete(context, entry)])
  },
})
