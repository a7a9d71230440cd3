/** What the rules on producers say. */
export const lintProducerTexts = {
  'lint.acks-zero.title': 'Nobody says that a record has arrived',
  'lint.acks-zero': 'acks is 0: the producer never learns that a record was lost.',

  'lint.acks-one.title': 'Only the leader has a record when it is acknowledged',
  'lint.acks-one': 'acks is 1: a record is lost if the leader fails before others have it.',
  'lint.acks-one.idempotence':
    'acks is 1: a record is lost if the leader fails before others have it, and idempotence is off without a word.',

  'lint.idempotence-conflict.title': 'A setting that idempotence does not allow',
  'lint.idempotence-conflict':
    '{0}={1} cannot be with idempotence, which needs {2}: the producer refuses to start.',

  'lint.idempotence-silently-disabled.title': 'Idempotence is off without a word',
  'lint.idempotence-silently-disabled':
    '{0}={1} switches idempotence off, which is on by default; only a line of the log says so.',

  'lint.idempotence-disabled.title': 'Idempotence is off',
  'lint.idempotence-disabled': 'enable.idempotence is false: a record that is sent again may be there twice.',

  'lint.reordering-risk.title': 'Records may change their order',
  'lint.reordering-risk':
    'Without idempotence and with {0}, a batch that is sent again may come behind the next one.',

  'lint.transactional-without-idempotence.title': 'Transactions without idempotence',
  'lint.transactional-without-idempotence':
    '{0}={1} cannot be with transactional.id, which needs {2}: the producer refuses to start.',

  'lint.transactional-id-duplicate.title': 'Two producers of one transactional id',
  'lint.transactional-id-duplicate':
    'transactional.id {0} is also in {1}: each of the two producers fences the other.',
  'lint.transactional-id-duplicate.replicas':
    '{0} instances would share transactional.id {1}: each fences the one before it.',

  'lint.transaction-timeout-exceeds-broker-max.title': 'A transaction longer than brokers allow',
  'lint.transaction-timeout-exceeds-broker-max':
    '{0} {1} is above {2}, the default of transaction.max.timeout.ms: unless the brokers allow more, the producer fails at its first transaction.',
  'lint.transaction-timeout-exceeds-broker-max.cluster':
    '{0} {1} is above transaction.max.timeout.ms {2} of the cluster: the producer fails at its first transaction.',

  'lint.two-phase-commit-timeout-conflict.title': 'A timeout of a two-phase commit',
  'lint.two-phase-commit-timeout-conflict':
    'transaction.timeout.ms cannot be set with transaction.two.phase.commit.enable=true: such a transaction has no timeout, and the producer refuses to start.',

  'lint.delivery-timeout-too-small.title': 'A delivery that ends before its request',
  'lint.delivery-timeout-too-small': '{0} {1} is below {2} + {3} = {4}: the producer refuses to start.',
  'lint.delivery-timeout-too-small.native': '{0} is not above {1}: the producer refuses to start.',

  'lint.retries-limited.title': 'Few retries',
  'lint.retries-limited':
    'retries {0} gives up while delivery.timeout.ms would still allow to go on: a leader election may outlast it.',

  'lint.buffer-memory-too-small.title': 'A buffer smaller than one batch',
  'lint.buffer-memory-too-small':
    '{0} is below {1}: there is no room for a single batch, and sending blocks or fails.',

  'lint.max-request-size-exceeds-broker.title': 'Requests larger than the cluster takes',
  'lint.max-request-size-exceeds-broker':
    '{0} {1} is above {2}, the largest message that the cluster takes: larger ones fail with RecordTooLargeException.',

  'lint.max-block-zero.title': 'No time to learn where to send',
  'lint.max-block-zero':
    'max.block.ms is 0: the first send to a topic fails, because it has no time to ask for metadata.',

  'lint.compression-level-mismatch.title': 'The level of another compression',
  'lint.compression-level-mismatch': '{0} has no effect: compression.type is {1}.',

  'lint.compression-none.title': 'No compression',
  'lint.compression-none':
    'compression.type is none: lz4 or zstd take little time and save network and disk.',

  'lint.linger-zero.title': 'Batches are not waited for',
  'lint.linger-zero':
    'linger.ms is 0: under little load each record goes alone; since Kafka 4.0 the default is 5.',

  'lint.single-bootstrap-server.title': 'One bootstrap server',
  'lint.single-bootstrap-server':
    'bootstrap.servers has one address, {0}: while it is down the client cannot start.',

  'lint.removed-partitioner.title': 'A partitioner that is on its way out or gone',
  'lint.removed-partitioner':
    'partitioner.class names {0}, which Kafka 4.0 removed: the producer refuses to start. Without the key it partitions as before.',
  'lint.removed-partitioner.deprecated':
    'partitioner.class names {0}, which is deprecated since Kafka 3.3 and gone in 4.0; without the key it partitions as before.',

  'lint.acks-all-min-isr-one.title': 'All may mean one',
  'lint.acks-all-min-isr-one':
    'acks is all, but topic {0} has {1} replicas and min.insync.replicas 1: while the others are behind, all means the leader alone.',

  'lint.topic-compression-mismatch.title': 'The broker compresses again',
  'lint.topic-compression-mismatch':
    'compression.type is {0}, but topic {1} has {2}: the broker unpacks and compresses every batch anew.',
} as const
