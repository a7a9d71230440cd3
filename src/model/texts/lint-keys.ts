/** What settings do, in a sentence of our own: `lint.key.<key>`, or `lint.key.<role>.<key>` where it differs. */
export const lintKeyTexts = {
  'lint.key.bootstrap.servers':
    'Brokers to ask first, as host:port with commas between; the rest of the cluster is learned from them.',
  'lint.key.client.id': 'Name that the client gives itself in the brokers’ logs, metrics and quotas.',
  'lint.key.client.dns.lookup':
    'How the addresses behind a host name are used: each in turn, or as the names they resolve to.',
  'lint.key.client.rack':
    'Where this client runs; a consumer may then read from a replica in the same place.',
  'lint.key.connections.max.idle.ms': 'A connection that carried nothing for this long is closed.',
  'lint.key.default.api.timeout.ms':
    'How long a call of the client may take in all, retries included, where the call names no time of its own.',
  'lint.key.request.timeout.ms':
    'How long one request may wait for its answer before it is sent again or fails.',
  'lint.key.retries': 'How often a failed request is sent again; the delivery timeout usually ends it first.',
  'lint.key.retry.backoff.ms': 'Pause before a failed request is sent again.',
  'lint.key.retry.backoff.max.ms': 'Upper bound of the growing pause between retries.',
  'lint.key.reconnect.backoff.ms': 'Pause before the first attempt to reach a lost broker again.',
  'lint.key.reconnect.backoff.max.ms': 'Upper bound of the growing pause between attempts to reach a broker.',
  'lint.key.metadata.max.age.ms':
    'The client asks for topics, partitions and leaders again after this long, even if nothing changed.',
  'lint.key.metadata.max.idle.ms': 'A producer forgets a topic it has not written to for this long.',
  'lint.key.metadata.recovery.strategy':
    'What a client does when no broker it knows answers: give up, or begin again with the bootstrap servers.',
  'lint.key.metadata.recovery.rebootstrap.trigger.ms':
    'After this long without fresh metadata the client begins again with the bootstrap servers.',
  'lint.key.receive.buffer.bytes':
    'Size of the socket’s receive buffer; -1 leaves it to the operating system.',
  'lint.key.send.buffer.bytes': 'Size of the socket’s send buffer; -1 leaves it to the operating system.',
  'lint.key.socket.connection.setup.timeout.ms': 'How long setting up a connection may take at first.',
  'lint.key.socket.connection.setup.timeout.max.ms':
    'Upper bound of the growing time that setting up a connection may take.',
  'lint.key.interceptor.classes': 'Classes that see and may change each record on its way.',
  'lint.key.config.providers':
    'Names of providers that fill in values from elsewhere, as from files or the environment.',
  'lint.key.enable.metrics.push': 'Whether the client sends its metrics to the brokers that ask for them.',
  'lint.key.metric.reporters': 'Classes that are told of every metric.',
  'lint.key.metrics.num.samples': 'How many samples a metric is computed from.',
  'lint.key.metrics.recording.level': 'How much is measured: more detail costs more.',
  'lint.key.metrics.sample.window.ms': 'Time that one sample of a metric covers.',
  'lint.key.security.protocol':
    'How the client talks to brokers: with or without TLS, with or without a login.',
  'lint.key.security.providers': 'Classes that add security algorithms to the virtual machine.',
  'lint.key.allow.auto.create.topics':
    'Whether asking for a missing topic may create it, if the brokers allow that too.',
  'lint.key.auto.commit.interval.ms': 'How often positions are committed while automatic commits are on.',
  'lint.key.auto.offset.reset': 'Where a group begins in a partition for which it has no valid commit.',
  'lint.key.check.crcs': 'Whether the consumer verifies the checksum of what it read.',
  'lint.key.enable.auto.commit':
    'Whether the consumer commits by itself what poll() returned; records in work may then be lost or seen twice.',
  'lint.key.exclude.internal.topics': 'Whether a subscription by pattern leaves out Kafka’s own topics.',
  'lint.key.fetch.max.bytes':
    'Most data that one fetch returns over all partitions; a larger first batch still comes through.',
  'lint.key.fetch.max.wait.ms': 'Longest time a broker holds a fetch back until fetch.min.bytes are there.',
  'lint.key.fetch.min.bytes':
    'A broker answers a fetch once it has this much, or when the waiting time is over.',
  'lint.key.group.id': 'Name of the consumer group: its members share the partitions and one set of commits.',
  'lint.key.connect.group.id':
    'Name of the Connect cluster: workers with the same one share connectors and tasks.',
  'lint.key.group.instance.id':
    'Lasting name of one member (static membership): a restart within the session causes no rebalance.',
  'lint.key.group.protocol':
    'How the group shares partitions: by its members (classic) or by the broker (consumer).',
  'lint.key.group.remote.assignor': 'The broker’s assignor for this group, with the consumer protocol only.',
  'lint.key.heartbeat.interval.ms':
    'How often a member tells the broker that it lives; at most a third of the session timeout.',
  'lint.key.isolation.level': 'Whether records of open and aborted transactions are read too.',
  'lint.key.key.deserializer': 'Class that turns the bytes of a record’s key into an object.',
  'lint.key.value.deserializer': 'Class that turns the bytes of a record’s value into an object.',
  'lint.key.max.partition.fetch.bytes':
    'Most data that one fetch returns of one partition; a larger first batch still comes through.',
  'lint.key.max.poll.interval.ms':
    'A member that calls poll() less often than this leaves the group, and its partitions go to others.',
  'lint.key.max.poll.records': 'Most records that one poll() returns; the fetch itself is not made smaller.',
  'lint.key.partition.assignment.strategy':
    'Assignors that the members can use, the preferred one first; all members need one in common.',
  'lint.key.session.timeout.ms':
    'A member that sends no heartbeat for this long is taken for dead, and its partitions go to others.',
  'lint.key.share.acknowledgement.mode':
    'Whether a share consumer acknowledges records by itself or the application does it one by one.',
  'lint.key.share.acquire.mode':
    'How strictly a share consumer keeps to max.poll.records when it takes records.',
  'lint.key.acks':
    'How many replicas must have a record before the write counts: none, the leader, or all in sync.',
  'lint.key.batch.size': 'Most bytes gathered for one partition before they are sent.',
  'lint.key.buffer.memory': 'Memory for records that wait to be sent; when it is full, send() blocks.',
  'lint.key.compression.type': 'How the producer compresses batches.',
  'lint.key.topic.compression.type': 'How batches lie in the log; "producer" keeps them as they came.',
  'lint.key.broker.compression.type':
    'How batches lie in the logs of topics that say nothing; "producer" keeps them as they came.',
  'lint.key.compression.gzip.level': 'Effort of gzip: higher is smaller and slower.',
  'lint.key.compression.lz4.level': 'Effort of lz4: higher is smaller and slower.',
  'lint.key.compression.zstd.level': 'Effort of zstd: higher is smaller and slower.',
  'lint.key.delivery.timeout.ms':
    'How long a record may take from send() to success or failure, waiting and retries included.',
  'lint.key.enable.idempotence':
    'Whether brokers drop the duplicates that retries make, and keep the order of a partition.',
  'lint.key.key.serializer': 'Class that turns a record’s key into bytes.',
  'lint.key.value.serializer': 'Class that turns a record’s value into bytes.',
  'lint.key.linger.ms': 'How long a batch that is not full waits for more records.',
  'lint.key.max.block.ms': 'How long send() may wait for metadata or for room in the buffer.',
  'lint.key.max.in.flight.requests.per.connection':
    'Requests sent without an answer yet; above 1 without idempotence, a retry can change the order.',
  'lint.key.max.request.size': 'Largest request, and so the largest record, that the producer sends.',
  'lint.key.partitioner.class': 'Class that chooses the partition of a record; without it the built-in way.',
  'lint.key.partitioner.adaptive.partitioning.enable':
    'Whether records without a key go rather to brokers that are fast at the moment.',
  'lint.key.partitioner.availability.timeout.ms':
    'A partition whose broker takes nothing for this long gets no more records without a key.',
  'lint.key.partitioner.ignore.keys': 'Whether the key has no say in the choice of the partition.',
  'lint.key.transaction.timeout.ms': 'An open transaction is aborted by the broker after this long.',
  'lint.key.transaction.two.phase.commit.enable':
    'Whether an outside coordinator decides on transactions, which then never time out.',
  'lint.key.transactional.id':
    'Lasting name of a producer that writes in transactions; a second one with the same name fences the first.',
  'lint.key.sasl.mechanism': 'How the client proves who it is, such as PLAIN or SCRAM-SHA-512.',
  'lint.key.sasl.jaas.config': 'Login module with its user and secret; it ends with a semicolon.',
  'lint.key.sasl.client.callback.handler.class':
    'Class that hands the login its credentials on the client’s side.',
  'lint.key.sasl.login.callback.handler.class': 'Class that answers the login’s questions, as for a token.',
  'lint.key.sasl.kerberos.service.name': 'Name under which the brokers run in Kerberos.',
  'lint.key.sasl.oauthbearer.token.endpoint.url': 'Address where the login gets its token, with OAUTHBEARER.',
  'lint.key.sasl.oauthbearer.jwks.endpoint.url': 'Address of the keys that tokens are checked with.',
  'lint.key.ssl.truststore.location': 'File with the certificates that are trusted.',
  'lint.key.ssl.truststore.password': 'Password of the trust store.',
  'lint.key.ssl.truststore.type': 'Format of the trust store, such as JKS, PKCS12 or PEM.',
  'lint.key.ssl.truststore.certificates': 'Trusted certificates as PEM text in the setting itself.',
  'lint.key.ssl.keystore.location': 'File with the client’s own key and certificate.',
  'lint.key.ssl.keystore.password': 'Password of the key store.',
  'lint.key.ssl.keystore.type': 'Format of the key store, such as JKS, PKCS12 or PEM.',
  'lint.key.ssl.keystore.key': 'Own key as PEM text in the setting itself.',
  'lint.key.ssl.keystore.certificate.chain': 'Own certificates as PEM text in the setting itself.',
  'lint.key.ssl.key.password': 'Password of the key in the key store.',
  'lint.key.ssl.endpoint.identification.algorithm':
    'How the broker’s name is checked against its certificate; empty turns the check off.',
  'lint.key.ssl.enabled.protocols': 'TLS versions that may be used.',
  'lint.key.ssl.protocol': 'TLS version that is asked for first.',
  'lint.key.ssl.cipher.suites': 'Ciphers that may be used; without it all that the virtual machine has.',
  'lint.key.cleanup.policy': 'What happens to old data: deleted by age and size, compacted by key, or both.',
  'lint.key.delete.retention.ms': 'How long a compacted topic keeps the marks of deleted keys.',
  'lint.key.file.delete.delay.ms': 'Pause before a file that is out of the log is removed from disk.',
  'lint.key.flush.messages':
    'After this many records the log is forced to disk; usually left to replication.',
  'lint.key.flush.ms': 'After this long the log is forced to disk; usually left to replication.',
  'lint.key.index.interval.bytes': 'How much log lies between two entries of its index.',
  'lint.key.local.retention.bytes':
    'Size of a partition that stays on the broker’s disk with tiered storage.',
  'lint.key.local.retention.ms': 'Time that data stays on the broker’s disk with tiered storage.',
  'lint.key.max.compaction.lag.ms': 'Longest time that a record may stay out of compaction.',
  'lint.key.max.message.bytes': 'Largest batch, after compression, that the topic takes.',
  'lint.key.message.timestamp.type':
    'Whether a record’s time is that of its making or of its writing to the log.',
  'lint.key.message.timestamp.after.max.ms': 'How far a record’s time may lie in the future.',
  'lint.key.message.timestamp.before.max.ms': 'How far a record’s time may lie in the past.',
  'lint.key.min.cleanable.dirty.ratio': 'Share of a log that must be uncompacted before it is compacted.',
  'lint.key.min.compaction.lag.ms': 'Shortest time that a record stays before it may be compacted away.',
  'lint.key.min.insync.replicas': 'How many replicas must be in sync for a write with acks=all to succeed.',
  'lint.key.preallocate': 'Whether files of the log are made in full size at once.',
  'lint.key.remote.storage.enable': 'Whether older segments are moved to remote storage.',
  'lint.key.retention.bytes':
    'Size of a partition above which its oldest segments are deleted; -1 is no limit.',
  'lint.key.retention.ms':
    'Age after which segments are deleted; a consumer slower than this loses records. -1 is no limit.',
  'lint.key.segment.bytes':
    'Size at which the log begins a new file; deletion and compaction work on whole files.',
  'lint.key.segment.ms': 'Age at which the log begins a new file even if it is not full.',
  'lint.key.segment.jitter.ms':
    'Random part taken off segment.ms, so that not all logs begin new files at once.',
  'lint.key.segment.index.bytes': 'Size of the index of one file of the log.',
  'lint.key.unclean.leader.election.enable':
    'Whether a replica that is behind may become leader: the partition is back sooner, committed records are lost.',
  'lint.key.advertised.listeners': 'Addresses that the broker tells clients to connect to.',
  'lint.key.listeners': 'Addresses that the broker itself listens on, each under a name.',
  'lint.key.listener.security.protocol.map': 'Which security protocol each named listener speaks.',
  'lint.key.inter.broker.listener.name': 'Listener over which brokers talk to each other.',
  'lint.key.controller.listener.names': 'Listeners of the controllers.',
  'lint.key.controller.quorum.voters': 'Controllers that vote, as id@host:port.',
  'lint.key.controller.quorum.bootstrap.servers': 'Controllers to ask first for the quorum.',
  'lint.key.process.roles': 'What this process is: broker, controller or both.',
  'lint.key.node.id': 'Number of this node, unlike any other of the cluster.',
  'lint.key.broker.id': 'Older name of the node’s number.',
  'lint.key.broker.rack': 'Where this broker runs: replicas are spread over racks.',
  'lint.key.replica.selector.class':
    'Class that chooses the replica a consumer reads from; without it the leader.',
  'lint.key.log.dirs': 'Folders where the broker keeps its data.',
  'lint.key.log.dir': 'Folder where the broker keeps its data, where log.dirs says nothing.',
  'lint.key.log.retention.hours':
    'Age in hours after which segments are deleted; minutes and ms go before it.',
  'lint.key.log.retention.minutes': 'Age in minutes after which segments are deleted; ms go before it.',
  'lint.key.log.retention.ms': 'Age after which segments are deleted; it goes before minutes and hours.',
  'lint.key.log.retention.bytes':
    'Size of a partition above which its oldest segments are deleted; -1 is no limit.',
  'lint.key.log.segment.bytes': 'Size at which a log begins a new file.',
  'lint.key.log.cleanup.policy':
    'What happens to old data of topics that say nothing: deleted, compacted, or both.',
  'lint.key.message.max.bytes': 'Largest batch, after compression, that the broker takes.',
  'lint.key.default.replication.factor': 'Copies of each partition of topics that are created automatically.',
  'lint.key.num.partitions': 'Partitions of topics that are created without saying how many.',
  'lint.key.auto.create.topics.enable': 'Whether asking for a missing topic creates it.',
  'lint.key.offsets.retention.minutes': 'How long the commits of an empty group are kept.',
  'lint.key.offsets.topic.replication.factor': 'Copies of the topic that holds the commits of all groups.',
  'lint.key.offsets.topic.num.partitions':
    'Partitions of the topic that holds the commits; not to be changed later.',
  'lint.key.transaction.state.log.replication.factor':
    'Copies of the topic that holds the state of transactions.',
  'lint.key.transaction.state.log.min.isr': 'Replicas that must be in sync for the state of transactions.',
  'lint.key.transaction.max.timeout.ms': 'Longest transaction timeout that a producer may ask for.',
  'lint.key.group.min.session.timeout.ms': 'Shortest session timeout that a member may ask for.',
  'lint.key.group.max.session.timeout.ms': 'Longest session timeout that a member may ask for.',
  'lint.key.group.initial.rebalance.delay.ms':
    'How long the first rebalance of an empty group waits for more members.',
  'lint.key.group.consumer.session.timeout.ms': 'Session timeout of groups with the consumer protocol.',
  'lint.key.group.consumer.heartbeat.interval.ms': 'Heartbeat interval of groups with the consumer protocol.',
  'lint.key.group.consumer.assignors':
    'The broker’s assignors for groups with the consumer protocol; the first is the default.',
  'lint.key.replica.lag.time.max.ms': 'A replica that has not caught up for this long is no longer in sync.',
  'lint.key.replica.fetch.max.bytes': 'Most data that a replica fetches of one partition at once.',
  'lint.key.num.network.threads': 'Threads that read requests and write answers.',
  'lint.key.num.io.threads': 'Threads that carry requests out.',
  'lint.key.num.replica.fetchers': 'Threads that copy from each other broker.',
  'lint.key.socket.request.max.bytes': 'Largest request that the broker reads.',
  'lint.key.authorizer.class.name': 'Class that decides who may do what.',
  'lint.key.zookeeper.connect': 'Address of ZooKeeper, which Kafka 4.0 no longer uses.',
  'lint.key.application.id':
    'Name of the Streams application: its group, its internal topics and its state carry it.',
  'lint.key.commit.interval.ms':
    'How often a Streams application commits; with exactly-once, the length of its transactions.',
  'lint.key.processing.guarantee': 'Whether each record counts at least once or exactly once.',
  'lint.key.num.stream.threads': 'Threads in which one instance of a Streams application works.',
  'lint.key.num.standby.replicas': 'Spare copies of each local state, for a quick take-over.',
  'lint.key.state.dir': 'Folder where a Streams application keeps its state.',
  'lint.key.default.key.serde': 'Class that reads and writes keys where a topology names none.',
  'lint.key.default.value.serde': 'Class that reads and writes values where a topology names none.',
  'lint.key.statestore.cache.max.bytes': 'Memory that the caches of one instance’s state stores share.',
  'lint.key.replication.factor':
    'Copies of the internal topics of a Streams application; -1 leaves it to the brokers.',
  'lint.key.key.converter': 'Class that turns keys between Connect’s form and bytes.',
  'lint.key.value.converter': 'Class that turns values between Connect’s form and bytes.',
  'lint.key.config.storage.topic': 'Topic where the workers keep the settings of connectors.',
  'lint.key.offset.storage.topic': 'Topic where the workers keep how far sources have read.',
  'lint.key.status.storage.topic': 'Topic where the workers keep the state of connectors and tasks.',
  'lint.key.rebalance.timeout.ms': 'How long members may take to finish their work before a rebalance.',
  'lint.key.connector.class': 'Class of the connector.',
  'lint.key.tasks.max': 'Most tasks that the connector is split into.',
  'lint.key.topics': 'Topics that the sink reads.',
  'lint.key.errors.tolerance': 'Whether a bad record stops the task or is passed over.',
  'lint.key.statistics.interval.ms':
    'How often librdkafka hands its statistics to the application; 0 is never.',
  'lint.key.enable.auto.offset.store':
    'Whether handing a record to the application marks it as ready to be committed.',
  'lint.key.message.timeout.ms': 'How long a record may take from produce to success or failure.',
  'lint.key.socket.timeout.ms': 'How long librdkafka waits for the answer to a request.',
  'lint.key.enable.partition.eof': 'Whether the application is told when it reaches the end of a partition.',
} as const

/** What hovers and completions say of a key, and what is said of comments that switch rules off. */
export const lintSurfaceTexts = {
  'lint.describe.type': 'Type: {0}',
  'lint.describe.milliseconds': 'milliseconds',
  'lint.describe.duration': 'duration with its unit',
  'lint.describe.bytes': 'bytes',
  'lint.describe.integer': 'whole number',
  'lint.describe.text': 'text',
  'lint.describe.list': 'list with commas between',
  'lint.describe.class': 'class name',
  'lint.describe.password': 'secret text',
  'lint.describe.default': 'Default in Kafka {0}: {1}',
  'lint.describe.default.none': 'No default in Kafka {0}',
  'lint.describe.default.before': 'Before Kafka {0} the default was {1}',
  'lint.describe.default.client': 'Default in {0}: {1}',
  'lint.describe.default.client.ms': 'Default in {0}: {1} ms',
  'lint.describe.default.framework': 'Default that the framework gives: {0}',
  'lint.describe.valid.list': 'Valid values: {0}',
  'lint.describe.valid.from': 'Valid values: {0} and above',
  'lint.describe.valid.range': 'Valid values: {0} to {1}',
  'lint.describe.valid.also': '{0}, also {1}',
  'lint.describe.since': 'Since Kafka {0}',
  'lint.describe.removed': 'Removed in Kafka {0}',
  'lint.describe.deprecated': 'Deprecated since Kafka {0}',
  'lint.describe.deprecated.for': 'Deprecated since Kafka {0}; use {1}',
  'lint.describe.live': 'On {0}: {1} is {2}',
  'lint.describe.live.topic': 'On {0}, topic {1}: {2} is {3}',
  'lint.describe.live.unset': 'On {0}: {1} is not set',
  'lint.onCluster': '{0} (cluster {1})',
  'lint.unused-suppression.title': 'A comment that switches off a rule which finds nothing',
  'lint.unused-suppression': '{0} finds nothing here: this comment has no effect.',
  'lint.unused-suppression.unknown': 'There is no rule {0}: this comment has no effect.',
  'lint.fix.removeSuppression': 'Remove {0} from the comment',
  'lint.fix.removeComment': 'Remove the comment',
} as const
