import { lintBrokerTexts } from './lint-broker'
import { lintFetchTexts } from './lint-fetch'
import { lintFrameworksTexts } from './lint-frameworks'
import { lintKeyTexts, lintSurfaceTexts } from './lint-keys'
import { lintLivenessTexts } from './lint-liveness'
import { lintOffsetsTexts } from './lint-offsets'
import { lintProducerTexts } from './lint-producer'
import { lintSchemaTexts } from './lint-schema'
import { lintSecurityTexts } from './lint-security'

/** What rules of every section say. */
export const lintSharedTexts = {
  'lint.setting': '{0} {1}',
  'lint.setting.default': '{0} {1} (default in Kafka {2})',
  'lint.setting.nativeDefault': '{0} {1} (default in librdkafka)',
  'lint.setting.clientDefault': '{0} {1} (default in {2})',

  'lint.fix.set': 'Set {0} to {1}',
  'lint.fix.add': 'Add {0}={1}',
  'lint.fix.rename': 'Rename to {0}',
  'lint.fix.delete': 'Delete {0}',
  'lint.fix.deleteEarlier': 'Delete the earlier {0}',

  'lint.related.partner': '{0} is set here.',
  'lint.related.earlier': '{0} was set here before.',

  'lint.or': '{0} or {1}',
  'lint.and': '{0} and {1}',
} as const

/** Messages and fix titles of the lint rules. Numbers come grouped; values and names come as written. */
export const lintTexts = {
  ...lintSharedTexts,
  ...lintSchemaTexts,
  ...lintLivenessTexts,
  ...lintOffsetsTexts,
  ...lintFetchTexts,
  ...lintProducerTexts,
  ...lintBrokerTexts,
  ...lintSecurityTexts,
  ...lintFrameworksTexts,
  ...lintSurfaceTexts,
} as const

/** With what hovers say of keys. */
export const linterTexts = { ...lintTexts, ...lintKeyTexts } as const
