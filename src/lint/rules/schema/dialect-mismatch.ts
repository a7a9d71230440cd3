import { isJavaOnlyKey } from '../../catalogue/families'
import type { Entry } from '../../document'
import type { Client, Report, RuleContext } from '../../rule'
import { text } from '../../texts'
import { toDelete, toRename } from '../kit/fix'
import { report, rule } from '../kit/rule'

const nativeKeys: ReadonlySet<string> = new Set([
  'sasl.username',
  'sasl.password',
  'sasl.mechanisms',
  'statistics.interval.ms',
])

/**
 * A key of the other library. librdkafka refuses Java's; Java ignores librdkafka's, which is said only where it is
 * certain that Java reads them: in a program, or beside a key that Java alone has.
 */
export const dialectMismatch = rule({
  id: 'dialect-mismatch',
  severity: 'warning',
  stage: 'name',
  roles: ['consumer', 'producer', 'admin', 'client'],
  lines: isForeign,
  check(context) {
    const { block, document } = context
    const foreign = block.entries.filter(({ key }) => isForeign(key, block))
    if (block.dialect === 'librdkafka') return foreign.map((entry) => javaKey(context, entry))
    const certain = document.code === true || block.entries.some(({ key }) => isJavaOnlyKey(key))
    return certain && foreign.map((entry) => nativeKey(context, entry))
  },
})

function isForeign(key: string, { dialect }: Client): boolean {
  if (dialect === 'librdkafka') return isJavaOnlyKey(key)
  return dialect === 'java' && nativeKeys.has(key)
}

function javaKey(context: RuleContext, entry: Entry): Report {
  return report(entry, text('lint.dialect-mismatch.java', entry.key), [toDelete(context, entry)], 'error')
}

function nativeKey(context: RuleContext, entry: Entry): Report {
  const mechanism = 'sasl.mechanism'
  return entry.key === 'sasl.mechanisms' && context.own(mechanism) === null
    ? report(entry, text('lint.dialect-mismatch.renamed', entry.key, mechanism), [
        toRename(context, entry, mechanism),
      ])
    : report(entry, text('lint.dialect-mismatch', entry.key), [toDelete(context, entry)])
}
