import { hasPlaceholder } from '../../placeholder'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { isJaasKey } from './jaas'

/** Something filled in at the very end may bring the semicolon along. */
const openEnd = /(?:\}|\$\w+|\)|%|>|\*)$/

/** `JaasConfig`: "JAAS config entry not terminated by semi-colon". */
export const saslJaasMissingSemicolon = rule({
  id: 'sasl-jaas-missing-semicolon',
  severity: 'error',
  stage: 'domain',
  javaOnly: true,
  roles: null,
  lines: isJaasKey,
  checkLine(context, entry) {
    const { key, value } = entry
    if (value === null || value === '' || value.endsWith(';')) return null
    if (hasPlaceholder(value) && openEnd.test(value)) return null
    return report(entry, text('lint.sasl-jaas-missing-semicolon', key), [toSet(context, entry, `${value};`)])
  },
})
