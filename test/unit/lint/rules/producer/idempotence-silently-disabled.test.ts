import { cases } from '../../cases'

cases('idempotence-silently-disabled', {
  file: 'producer.properties',
  fires: [
    ['retries=0', 'retries'],
    ['retries=0', 'retries', { kafkaVersion: '3.0' }],
    [
      'max.in.flight.requests.per.connection=6',
      'max.in.flight.requests.per.connection',
      { kafkaVersion: '3.9' },
    ],
  ],
  silent: [
    'retries=1',
    'enable.idempotence=true',
    'enable.idempotence=false\nretries=0',
    ['retries=0', { kafkaVersion: '2.8' }],
    ['max.in.flight.requests.per.connection=6', { kafkaVersion: '4.0' }],
    'transactional.id=a\nretries=0',
    'sasl.mechanisms=PLAIN\nretries=0',
  ],
  says: [
    [
      'retries=0',
      'retries=0 switches idempotence off, which is on by default; only a line of the log says so.',
      'warning',
    ],
  ],
  fixes: [['retries=0', ['Delete retries']]],
})
