/** What the rules on topics and brokers say. */
export const lintBrokerTexts = {
  'lint.min-insync-replicas-one.title': 'One replica is enough to write',
  'lint.min-insync-replicas-one': '{0} with {1}: an acknowledged record may be on one disk alone.',

  'lint.min-insync-replicas-equals-replication-factor.title': 'Every replica is needed to write',
  'lint.min-insync-replicas-equals-replication-factor':
    '{0} equals {1}: with one broker down nobody can write.',

  'lint.min-insync-replicas-exceeds-replication-factor.title': 'More replicas needed than there are',
  'lint.min-insync-replicas-exceeds-replication-factor':
    '{0} is above {1}: no write with acks=all ever succeeds.',

  'lint.unclean-leader-election.title': 'A replica that lags may become leader',
  'lint.unclean-leader-election':
    'unclean.leader.election.enable is true: a replica that is behind may become leader, and committed records are lost.',

  'lint.replication-factor-one.title': 'One copy in a cluster of several brokers',
  'lint.replication-factor-one':
    '{0} is 1 in a cluster of several brokers: what is on a broker is gone while it is down.',

  'lint.internal-topic-min-isr-exceeds-rf.title': 'An internal topic that nobody can write to',
  'lint.internal-topic-min-isr-exceeds-rf': '{0} is above {1}: {2} never work.',
  'lint.internal-topic.transactions': 'transactions',
  'lint.internal-topic.share': 'share groups',

  'lint.log-dirs-in-tmp.title': 'Data in a temporary folder',
  'lint.log-dirs-in-tmp': '{0} has {1}: what is under /tmp may be gone after a restart of the machine.',

  'lint.advertised-listeners-unroutable.title': 'An advertised address that leads nowhere',
  'lint.advertised-listeners-unroutable':
    'advertised.listeners has {0}: clients cannot connect to 0.0.0.0, and the broker refuses to start.',

  'lint.listener-name-not-mapped.title': 'A listener without a security protocol',
  'lint.listener-name-not-mapped':
    'Listener {0} is not in listener.security.protocol.map: the broker refuses to start.',

  'lint.broker-id-node-id-mismatch.title': 'Two ids of one broker',
  'lint.broker-id-node-id-mismatch': 'broker.id {0} is not node.id {1}: the broker refuses to start.',

  'lint.mixed-zookeeper-kraft.title': 'ZooKeeper beside KRaft',
  'lint.mixed-zookeeper-kraft':
    'zookeeper.connect stands beside process.roles without zookeeper.metadata.migration.enable=true: in KRaft mode it does nothing.',

  'lint.quorum-config-missing.title': 'KRaft without controllers',
  'lint.quorum-config-missing':
    'process.roles is set, but neither controller.quorum.bootstrap.servers nor controller.quorum.voters is: the broker refuses to start.',

  'lint.retention-precedence.title': 'A retention that another one outranks',
  'lint.retention-precedence':
    '{0} has no effect beside {1}: milliseconds count before minutes, minutes before hours.',

  'lint.compact-ignores-retention.title': 'A retention that compaction ignores',
  'lint.compact-ignores-retention':
    '{0} has no effect: with cleanup.policy=compact records do not go by age.',

  'lint.message-max-exceeds-socket-request-max.title': 'Messages larger than a request may be',
  'lint.message-max-exceeds-socket-request-max':
    '{0} is above {1}: a request with such a message is refused.',

  'lint.replica-fetch-below-message-max.title': 'Replicas fetch less than a message may have',
  'lint.replica-fetch-below-message-max': '{0} is below {1}: large messages are copied one batch at a time.',

  'lint.auto-create-topics-enabled.title': 'Topics come into being by themselves',
  'lint.auto-create-topics-enabled':
    'auto.create.topics.enable is true: a misspelt name becomes a new topic with default settings.',

  'lint.allow-everyone-if-no-acl.title': 'Open to everyone unless somebody said otherwise',
  'lint.allow-everyone-if-no-acl':
    'allow.everyone.if.no.acl.found is true: everybody may read and write what has no access list.',
} as const
