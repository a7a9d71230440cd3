/** What the rules on keys and values say. */
export const lintSchemaTexts = {
  'lint.unknown-key.title': 'A key that nobody knows',
  'lint.unknown-key': 'No client, broker, worker or known plug-in of Kafka has the key {0}.',

  'lint.trailing-comment-in-value.title': 'A comment behind a value',
  'lint.trailing-comment-in-value':
    '{0} is "{1}": here a comment starts only at the start of a line, so "{2}" is part of the value and Kafka refuses this configuration.',
  'lint.fix.commentAbove': 'Move the comment above',

  'lint.quoted-value.title': 'Quotes around a value',
  'lint.quoted-value': '{0} is {1}: the quotes are part of the value, and Kafka refuses it.',

  'lint.suspicious-duration-unit.title': 'Milliseconds that look like seconds',
  'lint.suspicious-duration-unit': '{0} is {1} ms, but its default is {2} ms: were {1} seconds meant?',

  'lint.suspicious-size-unit.title': 'Bytes that look like kilobytes or megabytes',
  'lint.suspicious-size-unit':
    '{0} is {1} bytes, less than one small record may have: were {1} KB or {1} MB meant?',

  'lint.blank-identifier.title': 'A blank name',
  'lint.blank-identifier': '{0} is blank: Kafka refuses a blank name; leave the key out to have none.',

  'lint.bootstrap-servers-format.title': 'A bootstrap address that is no host:port',
  'lint.bootstrap-servers-format': '"{1}" in {0} is no host:port: Kafka refuses this configuration.',
  'lint.bootstrap-servers-format.port':
    'The port of "{1}" in {0} is above 65,535: Kafka refuses this configuration.',

  'lint.class-name-not-resolvable.title': 'A class that Kafka cannot find',
  'lint.class-name-not-resolvable':
    '{0} names {1}, but Kafka has no such class for it: the client refuses to start.',
  'lint.class-name-not-resolvable.short':
    '{0} names {1}, but the Java client wants the full name of a class: it refuses to start.',

  'lint.serializer-deserializer-mixup.title': 'A serializer in the place of a deserializer',
  'lint.serializer-deserializer-mixup':
    '{0} is {1}, which works the other way round: the client refuses to start.',

  'lint.legacy-client-key.title': "A key of Kafka's old Scala clients",
  'lint.legacy-client-key':
    "{0} belongs to the Scala clients that Kafka 2.0 has no longer; today's clients ignore it.",
  'lint.legacy-client-key.renamed':
    "{0} belongs to the Scala clients that Kafka 2.0 has no longer; today's clients ignore it and call it {1}.",

  'lint.removed-key.title': 'A key that the release has no longer',
  'lint.removed-key': 'Kafka {1} removed {0}; Kafka {2} ignores it.',

  'lint.deprecated-key.title': 'A key on its way out',
  'lint.deprecated-key': '{0} is deprecated since Kafka {1}.',
  'lint.deprecated-key.renamed': '{0} is deprecated since Kafka {1}; use {2}.',

  'lint.dialect-mismatch.title': 'A key of another client library',
  'lint.dialect-mismatch': '{0} is a key of librdkafka; the Java clients ignore it.',
  'lint.dialect-mismatch.renamed': '{0} is a key of librdkafka; the Java clients ignore it and call it {1}.',
  'lint.dialect-mismatch.java': '{0} is a key of the Java clients; librdkafka refuses to start with it.',

  'lint.wrong-client-key.title': "A consumer's key for a producer, or the other way round",
  'lint.wrong-client-key.consumer': '{0} is a setting of producers; a consumer ignores it.',
  'lint.wrong-client-key.producer': '{0} is a setting of consumers; a producer ignores it.',

  'lint.misspelled-key.title': 'A key that Kafka does not know, one slip away from one it knows',
  'lint.misspelled-key':
    'Kafka does not know {0}; did you mean {1}? Kafka ignores an unknown key, so the setting has no effect.',
  'lint.misspelled-key.native':
    'librdkafka does not know {0}; did you mean {1}? It refuses to start with an unknown key.',
  'lint.misspelled-key.refused':
    '{0} does not know {1}; did you mean {2}? It refuses to start with an unknown name.',
  'lint.misspelled-key.ignored':
    '{0} does not know {1}; did you mean {2}? It ignores an unknown name, so the setting has no effect.',

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
} as const
