/** What the rules on group membership and liveness say. */
export const lintLivenessTexts = {
  'lint.session-timeout-outside-default-broker-range.title':
    'A session timeout that brokers refuse by default',
  'lint.session-timeout-outside-default-broker-range.below':
    '{0} {1} is below {2}, the default of group.min.session.timeout.ms: unless the brokers allow less, they refuse the member.',
  'lint.session-timeout-outside-default-broker-range.above':
    '{0} {1} is above {2}, the default of group.max.session.timeout.ms: unless the brokers allow more, they refuse the member.',

  'lint.session-timeout-out-of-broker-range.title': 'A session timeout that the cluster refuses',
  'lint.session-timeout-out-of-broker-range.below':
    '{0} {1} is below group.min.session.timeout.ms {2} of the cluster: it refuses the member.',
  'lint.session-timeout-out-of-broker-range.above':
    '{0} {1} is above group.max.session.timeout.ms {2} of the cluster: it refuses the member.',

  'lint.session-timeout-low.title': 'A short session timeout',
  'lint.session-timeout-low':
    '{0} {1} is below {2}: a long garbage collection or a slow network already ends the session and rebalances the group.',

  'lint.max-poll-interval-below-session.title': 'A poll interval below the session timeout',
  'lint.max-poll-interval-below-session':
    '{0} is below {1}: a slow consumer leaves the group before a dead one is noticed.',
  'lint.max-poll-interval-below-session.native': '{0} is below {1}: librdkafka refuses to start.',

  'lint.max-poll-interval-extreme.title': 'A very short or very long poll interval',
  'lint.max-poll-interval-extreme.below':
    '{0} {1} is below {2}: one slow batch takes the consumer out of its group, again and again.',
  'lint.max-poll-interval-extreme.above':
    '{0} {1} is above {2}: a stuck consumer goes unseen for that long, and a rebalance may wait for it.',

  'lint.poll-budget-too-small.title': 'Little time per record between two polls',
  'lint.poll-budget-too-small':
    '{0} records within {1} leave less than {2} ms for each: a batch that takes longer loses its partitions and its commit.',

  'lint.group-protocol-consumer-conflict.title':
    'A setting that the consumer group protocol has moved to the broker',
  'lint.group-protocol-consumer-conflict':
    '{0} cannot be set with group.protocol=consumer: the client refuses to start. {1} decides it now.',

  'lint.group-protocol-classic-conflict.title': 'A remote assignor in a classic group',
  'lint.group-protocol-classic-conflict':
    'group.remote.assignor needs group.protocol=consumer: with the classic protocol the client refuses to start.',

  'lint.group-protocol-unsupported.title': 'A group protocol that the release does not support',
  'lint.group-protocol-unsupported.unknown':
    'group.protocol=consumer exists since Kafka 3.7; Kafka {0} does not know it.',
  'lint.group-protocol-unsupported.early':
    'group.protocol=consumer is for production since Kafka 4.0; in Kafka {0} it is a preview and off on the brokers.',
  'lint.group-protocol-unsupported.cluster':
    'The cluster has group.coordinator.rebalance.protocols={0}: it refuses group.protocol=consumer.',

  'lint.share-group-conflict.title': 'A setting that a share consumer refuses',
  'lint.share-group-conflict': '{0} cannot be set beside {1}: a share consumer refuses to start with it.',

  'lint.broker-heartbeat-ratio.title': 'Heartbeats of consumer groups too rare for their session timeout',
  'lint.broker-heartbeat-ratio':
    '{0} × 3 = {1} is above {2}: two missed heartbeats end the session of every member.',
  'lint.broker-heartbeat-ratio.above': '{0} is not below {1}: the broker refuses to start.',

  'lint.broker-session-range-inverted.title': 'A range of session timeouts that is empty',
  'lint.broker-session-range-inverted': '{0} is below {1}: no member can join a group.',

  'lint.static-membership-short-session.title': 'A static member with a short session',
  'lint.static-membership-short-session':
    '{0} makes the member static, but with {1} a restart that takes longer rebalances the group all the same.',

  'lint.static-membership-invalid-id.title': 'A name of a static member that Kafka refuses',
  'lint.static-membership-invalid-id':
    'group.instance.id "{0}" is no valid name: Kafka takes 1 to 249 letters, digits, dots, underscores and hyphens.',

  'lint.static-membership-without-group.title': 'A static member of no group',
  'lint.static-membership-without-group':
    'group.instance.id is set, but there is no group.id: without a group it means nothing.',

  'lint.static-membership-duplicate-id.title': 'Two static members of one name',
  'lint.static-membership-duplicate-id':
    'group.instance.id {0} of group {1} is also in {2}: of two members of one name the group lets only one in.',
  'lint.static-membership-duplicate-id.replicas':
    '{0} instances would share group.instance.id {1} of group {2}: the group lets only one of them in.',

  'lint.assignor-eager-only.title': 'Only assignors that stop the whole group',
  'lint.assignor-eager-only':
    'No assignor of {0} is cooperative: at every rebalance all members give up all their partitions.',

  'lint.assignor-cooperative-not-effective.title': 'A cooperative assignor beside an eager one',
  'lint.assignor-cooperative-not-effective':
    '{0} is in the list too: until it is dropped the group rebalances eagerly.',

  'lint.auto-commit-without-group-id.title': 'Automatic commits without a group',
  'lint.auto-commit-without-group-id':
    'enable.auto.commit is true, but there is no group.id: the Java consumer refuses to start.',

  'lint.consumers-exceed-partitions.title': 'More consumers than partitions',
  'lint.consumers-exceed-partitions': 'Group {0} has {1} consumers for {2} partitions: {3} of them get none.',
  'lint.heartbeat-above-third-of-session.title': 'Heartbeats too rare for the session timeout',
  'lint.heartbeat-above-third-of-session':
    '{0} × 3 = {1} is above {2}: two missed heartbeats end the session.',

  'lint.heartbeat-not-below-session.title': 'Heartbeats not below the session timeout',
  'lint.heartbeat-not-below-session': '{0} is not below {1}: the Java client refuses to start.',
  'lint.heartbeat-not-below-session.client': '{0} is not below {1}: {2} refuses to start.',
  'lint.heartbeat-not-below-session.native':
    '{0} is not below {1}: the session ends before the next heartbeat.',
} as const
