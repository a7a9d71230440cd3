import { cases } from '../../cases'

cases('mixed-zookeeper-kraft', {
  file: 'server.properties',
  options: { kafkaVersion: '3.9' },
  fires: [
    ['zookeeper.connect=zk:2181', 'zookeeper.connect'],
    [
      'zookeeper.connect=${ZK}\nzookeeper.metadata.migration.enable=false',
      'zookeeper.connect',
      { kafkaVersion: '3.4' },
    ],
  ],
  silent: [
    'zookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=true',
    'zookeeper.connect=zk:2181\nzookeeper.metadata.migration.enable=${M}',
    'zookeeper.connect=',
    ['zookeeper.connect=zk:2181', { kafkaVersion: null }],
    ['zookeeper.connect=zk:2181', { kafkaVersion: '4.0' }],
  ],
  says: [
    [
      'zookeeper.connect=zk:2181',
      'zookeeper.connect stands beside process.roles without zookeeper.metadata.migration.enable=true: in KRaft mode it does nothing.',
      'warning',
    ],
  ],
  fixes: [['zookeeper.connect=zk:2181', ['Delete zookeeper.connect']]],
})
