import type { Text } from '../../../model/text'
import { tableOf } from '../../catalogue/dialects/dialects'
import { clientPrefixes } from '../../catalogue/families'
import type { KnownKeys } from '../../catalogue/known-keys'
import type { Entry } from '../../document'
import type { Fix } from '../../finding'
import { keyEdit } from '../../writing'
import type { Client, RuleContext } from '../../rule'
import { text } from '../../texts'
import { report, rule } from '../kit/rule'

const SHOWN = 3

/**
 * A key that nobody knows but that is a slip away from one that is known. Java's clients only log an unknown key
 * (`AbstractConfig.logUnused`), librdkafka refuses it (`rd_kafka_conf_set`).
 */
export const misspelledKey = rule({
  id: 'misspelled-key',
  tag: 'unnecessary',
  severity: 'warning',
  stage: 'name',
  roles: null,
  lines: (key, client, known) => meantBy(key, client, known).length > 0,
  checkLine(context, entry) {
    const { block, known } = context
    const shown = meantBy(entry.key, block, known).slice(0, SHOWN)
    const refuses = block.dialect === 'librdkafka' || tableOf(block.dialect)?.refusesUnknown === true
    return report(
      entry,
      messageOf(context, entry.key, alternatives(shown)),
      shown.map((key) => renameFix(context, entry, key, shown.length === 1)),
      refuses ? 'error' : 'warning',
    )
  },
})

/** What a name that nobody knows was probably meant to be. */
function meantBy(key: string, { role, dialect }: Client, known: KnownKeys): string[] {
  if (role === 'other' || known.isKnown(key)) return []
  const prefix = clientPrefixes.find((candidate) => key.startsWith(candidate)) ?? ''
  const name = key.slice(prefix.length)
  if (prefix !== '' && known.isKnown(name)) return []
  return known.meantBy(name, role, dialect).map((meant) => prefix + meant)
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

function renameFix(context: RuleContext, entry: Entry, key: string, single: boolean): Fix | null {
  const edit = keyEdit(context.document, context.block, entry, key)
  if (edit === null) return null
  // Where the right key stands too, a rename would decide which of the two values counts.
  const name = tableOf(context.block.dialect)?.names[key] ?? key
  const safe = single && context.own(name) === null
  return { title: text('lint.fix.rename', key), edits: [edit], safe, preferred: safe }
}
