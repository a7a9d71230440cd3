import type { Block } from '../../document'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { isSet, writtenWord, written } from '../kit/settings'

const LEVEL = 'isolation.level'

/** A consumer that reads uncommitted records in an application that writes transactions. */
export const readUncommittedWithTransactions = rule({
  id: 'read-uncommitted-with-transactions',
  severity: 'warning',
  roles: consumers,
  keys: [LEVEL],
  check(context) {
    const level = written(context, LEVEL)
    if (level?.text.toLowerCase() !== 'read_uncommitted') return null
    const key = transactionKey(context)
    if (key === null || isExactlyOnceStreams(context)) return null
    return report(level.entry, text('lint.read-uncommitted-with-transactions', key), [
      toSet(context, level.entry, 'read_committed'),
    ])
  },
})

/** The setting by which the application writes transactions. */
function transactionKey({ siblings, block }: RuleContext): string | null {
  for (const other of siblings) {
    if (other.block.profile !== block.profile && other.block.profile !== null) continue
    if (isSet(other, 'transactional.id')) return 'transactional.id'
    if (writtenWord(other, 'processing.guarantee')?.startsWith('exactly_once') === true)
      return 'processing.guarantee'
    const prefix = other.block.entries.find(({ key }) => /transaction-?id-?prefix$/i.test(key))
    if (other.block.role === 'other' && prefix !== undefined) return prefix.key
  }
  return null
}

/** Streams with exactly-once sets the level of its own consumers, whatever is written. */
function isExactlyOnceStreams({ siblings, block }: RuleContext): boolean {
  for (let owner: Block | null = block; owner !== null; owner = owner.parent) {
    const found = siblings.find((one) => one.block === owner)
    if (owner.role === 'streams' && found !== undefined)
      return writtenWord(found, 'processing.guarantee')?.startsWith('exactly_once') === true
  }
  return false
}
