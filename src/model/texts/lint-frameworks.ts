/** What the rules on frameworks say. */
export const lintFrameworksTexts = {
  'lint.strimzi-forbidden-option.title': 'An option that Strimzi does not take',
  'lint.strimzi-forbidden-option':
    '{0} is set by Strimzi itself: what is written here is dropped, and only the log of the operator says so.',

  'lint.spring-unknown-property.title': 'A property that Spring Boot does not have',
  'lint.spring-unknown-property':
    'Spring Boot has no property {0}: it is silently unused. Settings of Kafka go into {1}.',

  'lint.spring-ack-mode-with-auto-commit.title': 'Acknowledged by hand and committed by itself',
  'lint.spring-ack-mode-with-auto-commit':
    "enable.auto.commit is true, but the listener's ack-mode is {0}: the container refuses to start.",

  'lint.connect-override-disallowed.title': 'An override that the worker does not allow',
  'lint.connect-override-disallowed':
    '{0} cannot be overridden: the worker in {1} has connector.client.config.override.policy={2}, and refuses the connector.',

  'lint.streams-managed-config.title': 'A setting that Kafka Streams decides itself',
  'lint.streams-managed-config': 'Kafka Streams sets {0} itself: what is written here is ignored.',
  'lint.streams-managed-config.eos':
    'With {1} Kafka Streams sets {0} itself: what is written here is ignored.',

  'lint.streams-eos-v1-removed.title': 'The first exactly-once of Kafka Streams',
  'lint.streams-eos-v1-removed':
    'processing.guarantee={0} is gone since Kafka 4.0: the application refuses to start; it is exactly_once_v2 now.',
  'lint.streams-eos-v1-removed.deprecated':
    'processing.guarantee={0} is deprecated since Kafka 3.0 and gone in 4.0; it is exactly_once_v2 now.',

  'lint.streams-commit-interval-exceeds-txn-timeout.title': 'Transactions end before they are committed',
  'lint.streams-commit-interval-exceeds-txn-timeout':
    'commit.interval.ms {0} is above transaction.timeout.ms {1} of the producer: the application refuses to start.',

  'lint.streams-group-protocol-conflict.title': 'A setting that the streams protocol does not have',
  'lint.streams-group-protocol-conflict':
    'group.instance.id cannot be set with group.protocol=streams: the application refuses to start.',
  'lint.streams-group-protocol-conflict.standby':
    'num.standby.replicas {0} has no effect with group.protocol=streams: the broker decides it for the group.',
} as const
