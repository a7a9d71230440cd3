import { cases } from '../../cases'

cases('legacy-client-key', {
  file: 'consumer.properties',
  fires: [
    ['zookeeper.connect=zk:2181', 'zookeeper.connect'],
    ['auto.commit.enable=false\nfetch.wait.max.ms=100', ['auto.commit.enable', 'fetch.wait.max.ms']],
    ['offsets.storage=kafka', 'offsets.storage', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'enable.auto.commit=false',
    'sasl.mechanisms=PLAIN\nfetch.wait.max.ms=100\nmetadata.broker.list=kafka-1:9092',
  ],
  says: [
    [
      'zookeeper.connect=zk:2181',
      "zookeeper.connect belongs to the Scala clients that Kafka 2.0 has no longer; today's clients ignore it.",
      'warning',
    ],
    [
      'fetch.message.max.bytes=1000',
      "fetch.message.max.bytes belongs to the Scala clients that Kafka 2.0 has no longer; today's clients ignore it and call it max.partition.fetch.bytes.",
      'warning',
    ],
  ],
  fixes: [
    ['auto.commit.enable=false', ['Rename to enable.auto.commit']],
    ['auto.commit.enable=false\nenable.auto.commit=false', ['Delete auto.commit.enable']],
    ['zookeeper.connect=zk:2181', ['Delete zookeeper.connect']],
  ],
})
