import type { Text } from '../../../model/text'
import { tableOf } from '../../catalogue/dialects/dialects'
import { clientPrefixes } from '../../catalogue/families'
import type { Entry } from '../../document'
import type { Fix } from '../../finding'
import { keyEdit } from '../../writing'
import { docsOf, type Report, type Rule, type RuleContext } from '../../rule'
import { text } from '../../texts'

const SHOWN = 3

/**
 * A key that nobody knows but that is a slip away from one that is known. Java's clients only log an unknown key
 * (`AbstractConfig.logUnused`), librdkafka refuses it (`rd_kafka_conf_set`).
 */
export const misspelledKey: Rule = {
  id: 'misspelled-key',
  tag: 'unnecessary',
  severity: 'warning',
  preset: 'recommended',
  title: text('lint.misspelled-key.title'),
  docs: docsOf('misspelled-key'),
  stage: 'name',
  roles: null,
  keys: null,

  check(context) {
    if (context.block.role === 'other') return []
    const found: Report[] = []
    for (const entry of context.strangers()) {
      if (context.known.isKnown(entry.key)) continue
      const report = reportOf(context, entry)
      if (report !== null) found.push(report)
    }
    return found
  },
}

function reportOf(context: RuleContext, entry: Entry): Report | null {
  const { block, known } = context
  const prefix = clientPrefixes.find((candidate) => entry.key.startsWith(candidate)) ?? ''
  const name = entry.key.slice(prefix.length)
  if (prefix !== '' && known.isKnown(name)) return null
  const meant = known.meantBy(name, block.role, block.dialect).map((key) => prefix + key)
  if (meant.length === 0) return null
  const shown = meant.slice(0, SHOWN)
  const refuses = block.dialect === 'librdkafka' || tableOf(block.dialect)?.refusesUnknown === true
  return {
    entry,
    message: messageOf(context, entry.key, alternatives(shown)),
    ...(refuses ? { severity: 'error' as const } : {}),
    fixes: shown.flatMap((key) => renameFix(context, entry, key, shown.length === 1)),
  }
}

function messageOf({ block }: RuleContext, key: string, meant: Text | string): Text {
  const client = tableOf(block.dialect)
  if (block.dialect === 'librdkafka') return text('lint.misspelled-key.native', key, meant)
  if (client === null) return text('lint.misspelled-key', key, meant)
  const id = client.refusesUnknown === true ? 'lint.misspelled-key.refused' : 'lint.misspelled-key.ignored'
  return text(id, client.label, key, meant)
}

function alternatives(keys: readonly string[]): Text | string {
  const [first = '', ...rest] = keys
  return rest.reduce<Text | string>((said, key) => text('lint.or', said, key), first)
}

function renameFix(context: RuleContext, entry: Entry, key: string, single: boolean): Fix[] {
  const edit = keyEdit(context.document, context.block, entry, key)
  if (edit === null) return []
  // Where the right key stands too, a rename would decide which of the two values counts.
  const name = tableOf(context.block.dialect)?.names[key] ?? key
  const safe = single && context.own(name) === null
  return [{ title: text('lint.fix.rename', key), edits: [edit], safe, preferred: safe }]
}
