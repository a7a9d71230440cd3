import type { Text } from '../../../model/text'
import type { KeyFacts } from '../../catalogue/catalogue'
import type { Entry } from '../../document'
import type { Fix } from '../../finding'
import { setFix } from '../../fixes'
import { hasPlaceholder } from '../../placeholder'
import { docsOf, type Report, type Rule, type RuleContext } from '../../rule'
import { text } from '../../texts'
import { integerBounds } from '../../values'
import { repairedValue } from './repaired-value'

/** A value that `ConfigDef.parseType` refuses: whole numbers are decimal digits, booleans are `true` or `false`. */
export const invalidValueType: Rule = {
  id: 'invalid-value-type',
  severity: 'error',
  preset: 'recommended',
  title: text('lint.invalid-value-type.title'),
  docs: docsOf('invalid-value-type'),
  stage: 'type',
  roles: null,
  keys: null,

  check(context) {
    const found: Report[] = []
    for (const { entry, value, facts, parsed } of context.described()) {
      if ((parsed.kind !== 'bad' && parsed.kind !== 'overflow') || hasPlaceholder(value)) continue
      found.push({
        entry,
        message: messageOf(facts, value, parsed.kind),
        fixes: fixesOf(context, entry, facts),
      })
    }
    return found
  },
}

function messageOf(facts: KeyFacts, value: string, kind: 'bad' | 'overflow'): Text {
  const { key, type } = facts
  if (kind === 'overflow' && (type === 'INT' || type === 'SHORT' || type === 'LONG')) {
    const { min, max } = integerBounds[type]
    return text('lint.invalid-value-type.overflow', key, value, type, min, max)
  }
  const wanted = wantedOf(facts)
  if (value === '') return text('lint.invalid-value-type.empty', key, wanted)
  return text('lint.invalid-value-type.value', key, value, wanted)
}

function wantedOf({ key, type }: KeyFacts): Text {
  if (type === 'BOOLEAN') return text('lint.type.boolean')
  if (type === 'DOUBLE') return text('lint.type.double')
  if (key.endsWith('.ms')) return text('lint.type.milliseconds')
  return key.endsWith('.bytes') ? text('lint.type.bytes') : text('lint.type.integer')
}

function fixesOf(context: RuleContext, entry: Entry, facts: KeyFacts): Fix[] {
  const repaired = repairedValue(facts, entry.value ?? '')
  return repaired === null ? [] : [setFix(context.document, entry, repaired.value, repaired.safe)]
}
