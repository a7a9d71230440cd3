import { cases } from '../../cases'

cases('log-dirs-in-tmp', {
  file: 'server.properties',
  fires: [
    ['log.dirs=/tmp/kafka-logs', 'log.dirs'],
    ['log.dirs=/data,/tmp', 'log.dirs', { kafkaVersion: '3.3' }],
    ['log.dir=/var/tmp/kafka', 'log.dir'],
  ],
  silent: [
    'log.dirs=/data',
    'log.dirs=/tmpfs/kafka',
    'log.dirs=/tmp/kafka-logs\noffsets.topic.replication.factor=1',
    'log.dirs=/tmp/kafka-logs\nlisteners=PLAINTEXT://localhost:9092',
    'log.dirs=/tmp/kafka-logs\nzookeeper.connect=127.0.0.1:2181/kafka',
    'log.dirs=/tmp/kafka-logs\ncontroller.quorum.bootstrap.servers=localhost:9093',
    'log.dirs=${DIRS}',
  ],
  says: [
    [
      'log.dirs=/tmp/kafka-logs',
      'log.dirs has /tmp/kafka-logs: what is under /tmp may be gone after a restart of the machine.',
      'info',
    ],
  ],
})
