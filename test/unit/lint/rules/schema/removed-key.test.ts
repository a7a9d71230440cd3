import { cases } from '../../cases'

cases('removed-key', {
  file: 'server.properties',
  head: 'broker.id=1',
  options: { kafkaVersion: '4.0' },
  fires: [
    ['zookeeper.connect=zk:2181', 'zookeeper.connect'],
    ['inter.broker.protocol.version=3.9', 'inter.broker.protocol.version'],
    ['advertised.host.name=kafka-1\nlog.dirs=/data', 'advertised.host.name', { kafkaVersion: '3.0' }],
  ],
  silent: [
    ['zookeeper.connect=zk:2181', { kafkaVersion: '3.9' }],
    ['zookeeper.connect=zk:2181', { kafkaVersion: null }],
    ['advertised.host.name=kafka-1', { kafkaVersion: '2.8' }],
    'log.dirs=/data',
  ],
  says: [
    [
      'zookeeper.connect=zk:2181',
      'Kafka 4.0 removed zookeeper.connect; Kafka 4.1 ignores it.',
      'warning',
      { kafkaVersion: '4.1' },
    ],
  ],
  fixes: [['zookeeper.connect=zk:2181', ['Delete zookeeper.connect']]],
})
