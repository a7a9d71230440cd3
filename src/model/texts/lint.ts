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
  'lint.misspelled-key.title': 'A key that Kafka does not know, one slip away from one it knows',
  'lint.misspelled-key':
    'Kafka does not know {0}; did you mean {1}? Kafka ignores an unknown key, so the setting has no effect.',
  'lint.misspelled-key.native':
    'librdkafka does not know {0}; did you mean {1}? It refuses to start with an unknown key.',
  'lint.misspelled-key.refused':
    '{0} does not know {1}; did you mean {2}? It refuses to start with an unknown name.',
  'lint.misspelled-key.ignored':
    '{0} does not know {1}; did you mean {2}? It ignores an unknown name, so the setting has no effect.',
  'lint.or': '{0} or {1}',

  'lint.duplicate-key.title': 'The same key twice',
  'lint.duplicate-key': '{0} is set twice: the last one wins and the earlier value is silently dropped.',

  'lint.invalid-value-type.title': 'A value that Kafka cannot read as the type of its key',
  'lint.invalid-value-type.empty': '{0} has no value, but it must be {1}: Kafka refuses this configuration.',
  'lint.invalid-value-type.value': '{0} is "{1}", but it must be {2}: Kafka refuses this configuration.',
  'lint.invalid-value-type.overflow':
    '{0} is {1}, which does not fit its type: {2} is {3} to {4}. Kafka refuses this configuration.',
  'lint.type.boolean': 'true or false',
  'lint.type.integer': 'a whole number in digits alone',
  'lint.type.double': 'a decimal number',
  'lint.type.milliseconds': 'a number of milliseconds in digits alone',
  'lint.type.bytes': 'a number of bytes in digits alone',

  'lint.value-out-of-range.title': 'A number outside what Kafka accepts',
  'lint.value-out-of-range.below':
    '{0} {1} is below {2}, the smallest value that Kafka accepts: it refuses this configuration.',
  'lint.value-out-of-range.above':
    '{0} {1} is above {2}, the largest value that Kafka accepts: it refuses this configuration.',
  'lint.value-out-of-range.belowSince':
    '{0} {1} is below {2}, the smallest value since Kafka {3}: it refuses this configuration.',

  'lint.invalid-enum-value.title': 'A value that is none of those Kafka accepts',
  'lint.invalid-enum-value': '{0} is "{1}", but Kafka accepts only {2}: it refuses this configuration.',
  'lint.invalid-enum-value.case':
    '{0} is "{1}", but Kafka tells upper from lower case here and accepts only {2}: it refuses this configuration.',
  'lint.invalid-enum-value.since':
    '{0} is "{1}", which Kafka accepts from {2} on; Kafka {3} refuses this configuration.',
  'lint.invalid-enum-value.duration':
    '{0} is "{1}", but behind by_duration: must stand a duration such as PT1H or P2D that is not negative: Kafka refuses this configuration.',

  'lint.heartbeat-above-third-of-session.title': 'Heartbeats too rare for the session timeout',
  'lint.heartbeat-above-third-of-session':
    '{0} × 3 = {1} is above {2}: two missed heartbeats end the session.',

  'lint.heartbeat-not-below-session.title': 'Heartbeats not below the session timeout',
  'lint.heartbeat-not-below-session': '{0} is not below {1}: the Java client refuses to start.',
  'lint.heartbeat-not-below-session.client': '{0} is not below {1}: {2} refuses to start.',
  'lint.heartbeat-not-below-session.native':
    '{0} is not below {1}: the session ends before the next heartbeat.',
} as const

/** With what hovers say of keys. */
export const linterTexts = { ...lintTexts, ...lintKeyTexts } as const
