import { cases } from '../../cases'

cases('compact-ignores-retention', {
  file: 'orders.properties',
  options: { role: 'topic' },
  head: 'max.message.bytes=1048588\nbootstrap.servers=kafka-1:9092',
  fires: [
    ['cleanup.policy=compact\nretention.ms=1000', 'retention.ms'],
    ['retention.ms=${R}\ncleanup.policy=compact', 'retention.ms', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'cleanup.policy=compact,delete\nretention.ms=1000',
    'cleanup.policy=delete\nretention.ms=1000',
    'retention.ms=1000',
    'cleanup.policy=${P}\nretention.ms=1000',
    'cleanup.policy=compact\nretention.bytes=1000',
  ],
  says: [
    [
      'cleanup.policy=compact\nretention.ms=1000',
      'retention.ms has no effect: with cleanup.policy=compact records do not go by age.',
      'info',
    ],
  ],
  fixes: [['cleanup.policy=compact\nretention.ms=1000', ['Set cleanup.policy to compact,delete']]],
})
