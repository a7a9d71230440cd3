import { constraintIn } from '../../catalogue/catalogue'
import type { Described } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'

const form = /^(["'])(.*)\1$/s

/** Quotes mean nothing to `java.util.Properties`: `"true"` has six letters. Free text may hold them. */
export const quotedValue = rule({
  id: 'quoted-value',
  severity: 'error',
  stage: 'writing',
  roles: null,
  values: ['bad', 'text'],
  checkValue(context, described) {
    const { entry, value } = described
    const inner = value.startsWith('"') || value.startsWith("'") ? form.exec(value)?.[2] : undefined
    if (inner === undefined || inner === '' || !isChecked(described, context.version)) return null
    return report(entry, text('lint.quoted-value', entry.key, value), [toSet(context, entry, inner, true)])
  },
})

function isChecked({ facts }: Described, version: number): boolean {
  if (facts.type === 'PASSWORD') return false
  return facts.type !== 'STRING' || constraintIn(facts, version)?.kind === 'oneOf'
}
