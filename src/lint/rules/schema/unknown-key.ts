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
  keys: null,
  check({ block, known }) {
    const isKnown = (key: string): boolean => {
      const prefix = clientPrefixes.find((candidate) => key.startsWith(candidate)) ?? ''
      return known.isKnown(key) || (prefix !== '' && known.isKnown(key.slice(prefix.length)))
    }
    return block.entries
      .filter(({ key }) => key !== '' && !isKnown(key))
      .map((entry) => report(entry, text('lint.unknown-key', entry.key)))
  },
})
