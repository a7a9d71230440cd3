import { clientPrefixes } from '../../catalogue/families'
import { text } from '../../texts'
import { report, rule } from '../kit/rule'

/** A key that is in no list and near to none in one: two of five keys in real files are an application's own. */
export const unknownKey = rule({
  id: 'unknown-key',
  severity: 'hint',
  preset: 'strict',
  stage: 'beside',
  roles: ['consumer', 'producer', 'admin', 'client', 'streams', 'connect', 'broker', 'topic'],
  lines(key, _client, known) {
    if (key === '' || known.isKnown(key)) return false
    const prefix = clientPrefixes.find((candidate) => key.startsWith(candidate)) ?? ''
    return prefix === '' || !known.isKnown(key.slice(prefix.length))
  },
  checkLine: (_context, entry) => report(entry, text('lint.unknown-key', entry.key)),
})
