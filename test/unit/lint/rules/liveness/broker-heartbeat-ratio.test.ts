import { cases } from '../../cases'

cases('broker-heartbeat-ratio', {
  file: 'server.properties',
  fires: [
    ['group.consumer.heartbeat.interval.ms=15001', 'group.consumer.heartbeat.interval.ms'],
    ['group.consumer.session.timeout.ms=14000', 'group.consumer.session.timeout.ms', { kafkaVersion: '4.0' }],
  ],
  silent: [
    'group.consumer.heartbeat.interval.ms=15000',
    'group.consumer.session.timeout.ms=15000',
    ['group.consumer.heartbeat.interval.ms=20000', { kafkaVersion: '3.5' }],
    'group.consumer.heartbeat.interval.ms=20000\ngroup.consumer.session.timeout.ms=${S}',
  ],
  says: [
    [
      'group.consumer.heartbeat.interval.ms=16000',
      'group.consumer.heartbeat.interval.ms 16,000 × 3 = 48,000 is above group.consumer.session.timeout.ms 45,000 (default in Kafka 4.3): two missed heartbeats end the session of every member.',
      'warning',
    ],
    [
      'group.consumer.heartbeat.interval.ms=45000',
      'group.consumer.heartbeat.interval.ms 45,000 is not below group.consumer.session.timeout.ms 45,000 (default in Kafka 4.3): the broker refuses to start.',
      'error',
    ],
  ],
  fixes: [
    ['group.consumer.heartbeat.interval.ms=16000', ['Set group.consumer.heartbeat.interval.ms to 15000']],
  ],
})
