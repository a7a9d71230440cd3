/** Keys and values of the configuration files that Apache Kafka ships, without their comments. */
export interface Sample {
  readonly file: string
  /** Releases that ship it so. */
  readonly versions: readonly string[]
  readonly lines: readonly string[]
}

const sockets = [
  'num.network.threads=3',
  'num.io.threads=8',
  'socket.send.buffer.bytes=102400',
  'socket.receive.buffer.bytes=102400',
  'socket.request.max.bytes=104857600',
]
const logs = [
  'num.partitions=1',
  'num.recovery.threads.per.data.dir=1',
  'offsets.topic.replication.factor=1',
  'transaction.state.log.replication.factor=1',
  'transaction.state.log.min.isr=1',
  'log.retention.hours=168',
  'log.segment.bytes=1073741824',
  'log.retention.check.interval.ms=300000',
]
const protocolMap =
  'listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL'
const converters = [
  'key.converter=org.apache.kafka.connect.json.JsonConverter',
  'value.converter=org.apache.kafka.connect.json.JsonConverter',
  'key.converter.schemas.enable=true',
  'value.converter.schemas.enable=true',
]

export const samples: readonly Sample[] = [
  {
    file: 'consumer.properties',
    versions: ['2.0', '2.8', '3.0', '3.9', '4.0'],
    lines: ['bootstrap.servers=localhost:9092', 'group.id=test-consumer-group', '#auto.offset.reset='],
  },
  {
    file: 'consumer.properties',
    versions: ['4.1', '4.2', '4.3'],
    lines: [
      'bootstrap.servers=localhost:9092',
      'group.id=test-consumer-group',
      'enable.auto.commit=true',
      'session.timeout.ms=30000',
      'heartbeat.interval.ms=10000',
      '#auto.offset.reset=',
    ],
  },
  {
    file: 'producer.properties',
    versions: ['2.0', '2.8', '3.9', '4.0', '4.3'],
    lines: [
      'bootstrap.servers=localhost:9092',
      'compression.type=none',
      '#partitioner.class=',
      '#request.timeout.ms=',
      '#linger.ms=',
      '#batch.size=',
    ],
  },
  {
    file: 'server.properties',
    versions: ['2.0', '2.8', '3.0', '3.9'],
    lines: [
      'broker.id=0',
      ...sockets,
      'log.dirs=/tmp/kafka-logs',
      ...logs,
      'zookeeper.connect=localhost:2181',
      'zookeeper.connection.timeout.ms=18000',
      'group.initial.rebalance.delay.ms=0',
    ],
  },
  {
    file: 'config/kraft/server.properties',
    versions: ['3.0', '3.3', '3.9'],
    lines: [
      'process.roles=broker,controller',
      'node.id=1',
      'controller.quorum.voters=1@localhost:9093',
      'listeners=PLAINTEXT://:9092,CONTROLLER://:9093',
      'inter.broker.listener.name=PLAINTEXT',
      'advertised.listeners=PLAINTEXT://localhost:9092',
      'controller.listener.names=CONTROLLER',
      protocolMap,
      ...sockets,
      'log.dirs=/tmp/kraft-combined-logs',
      ...logs,
    ],
  },
  {
    file: 'config/server.properties',
    versions: ['4.0', '4.1', '4.3', '4.4'],
    lines: [
      'process.roles=broker,controller',
      'node.id=1',
      'controller.quorum.bootstrap.servers=localhost:9093',
      'listeners=PLAINTEXT://:9092,CONTROLLER://:9093',
      'inter.broker.listener.name=PLAINTEXT',
      'advertised.listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093',
      'controller.listener.names=CONTROLLER',
      protocolMap,
      ...sockets,
      'log.dirs=/tmp/kraft-combined-logs',
      ...logs,
      'share.coordinator.state.topic.replication.factor=1',
      'share.coordinator.state.topic.min.isr=1',
    ],
  },
  {
    file: 'broker.properties',
    versions: ['3.3', '3.9', '4.0', '4.3'],
    lines: [
      'process.roles=broker',
      'node.id=2',
      'controller.quorum.voters=1@localhost:9093',
      'listeners=PLAINTEXT://localhost:9092',
      'inter.broker.listener.name=PLAINTEXT',
      'advertised.listeners=PLAINTEXT://localhost:9092',
      'controller.listener.names=CONTROLLER',
      protocolMap,
      ...sockets,
      'log.dirs=/tmp/kraft-broker-logs',
      ...logs,
    ],
  },
  {
    file: 'controller.properties',
    versions: ['3.3', '3.9', '4.0', '4.3'],
    lines: [
      'process.roles=controller',
      'node.id=1',
      'controller.quorum.voters=1@localhost:9093',
      'listeners=CONTROLLER://:9093',
      'controller.listener.names=CONTROLLER',
      ...sockets,
      'log.dirs=/tmp/kraft-controller-logs',
      ...logs,
    ],
  },
  {
    file: 'connect-distributed.properties',
    versions: ['2.0', '2.8', '3.9', '4.3'],
    lines: [
      'bootstrap.servers=localhost:9092',
      'group.id=connect-cluster',
      ...converters,
      'offset.storage.topic=connect-offsets',
      'offset.storage.replication.factor=1',
      '#offset.storage.partitions=25',
      'config.storage.topic=connect-configs',
      'config.storage.replication.factor=1',
      'status.storage.topic=connect-status',
      'status.storage.replication.factor=1',
      'offset.flush.interval.ms=10000',
      '#listeners=HTTP://:8083',
      '#plugin.path=',
    ],
  },
  {
    file: 'connect-standalone.properties',
    versions: ['2.0', '2.8', '3.9', '4.3'],
    lines: [
      'bootstrap.servers=localhost:9092',
      ...converters,
      'offset.storage.file.filename=/tmp/connect.offsets',
      'offset.flush.interval.ms=10000',
    ],
  },
  {
    file: 'connect-file-source.properties',
    versions: ['2.0', '3.9', '4.3'],
    lines: [
      'name=local-file-source',
      'connector.class=FileStreamSource',
      'tasks.max=1',
      'file=test.txt',
      'topic=connect-test',
    ],
  },
  {
    file: 'connect-file-sink.properties',
    versions: ['2.0', '3.9', '4.3'],
    lines: [
      'name=local-file-sink',
      'connector.class=FileStreamSink',
      'tasks.max=1',
      'file=test.sink.txt',
      'topics=connect-test',
    ],
  },
  {
    file: 'connect-console-source.properties',
    versions: ['2.0', '3.9'],
    lines: [
      'name=local-console-source',
      'connector.class=org.apache.kafka.connect.file.FileStreamSourceConnector',
      'tasks.max=1',
      'topic=connect-test',
    ],
  },
  {
    file: 'connect-mirror-maker.properties',
    versions: ['2.4', '3.9', '4.3'],
    lines: [
      'clusters = A, B',
      'A.bootstrap.servers = A_host1:9092, A_host2:9092, A_host3:9092',
      'B.bootstrap.servers = B_host1:9092, B_host2:9092, B_host3:9092',
      'A->B.enabled = true',
      'A->B.topics = .*',
      'B->A.enabled = true',
      'B->A.topics = .*',
      'replication.factor=1',
      'checkpoints.topic.replication.factor=1',
      'heartbeats.topic.replication.factor=1',
      'offset-syncs.topic.replication.factor=1',
      'offset.storage.replication.factor=1',
      'status.storage.replication.factor=1',
      'config.storage.replication.factor=1',
    ],
  },
  {
    file: 'zookeeper.properties',
    versions: ['2.8', '3.9'],
    lines: ['dataDir=/tmp/zookeeper', 'clientPort=2181', 'maxClientCnxns=0', 'admin.enableServer=false'],
  },
  {
    file: 'connect-log4j.properties',
    versions: ['2.8', '3.9'],
    lines: [
      'log4j.rootLogger=INFO, stdout, connectAppender',
      'log4j.appender.stdout=org.apache.log4j.ConsoleAppender',
      'log4j.appender.stdout.layout=org.apache.log4j.PatternLayout',
      'connect.log.pattern=[%d] %p %X{connector.context}%m (%c:%L)%n',
      'log4j.appender.stdout.layout.ConversionPattern=${connect.log.pattern}',
      'log4j.logger.org.reflections=ERROR',
    ],
  },
]
