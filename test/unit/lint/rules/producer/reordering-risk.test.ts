import { cases } from '../../cases'

cases('reordering-risk', {
  file: 'producer.properties',
  fires: [
    ['enable.idempotence=false', 'enable.idempotence'],
    [
      'enable.idempotence=false\nmax.in.flight.requests.per.connection=2',
      'max.in.flight.requests.per.connection',
    ],
    [
      'max.in.flight.requests.per.connection=5',
      'max.in.flight.requests.per.connection',
      { kafkaVersion: '2.8' },
    ],
    [
      'sasl.mechanisms=PLAIN\nmax.in.flight.requests.per.connection=5',
      'max.in.flight.requests.per.connection',
    ],
  ],
  silent: [
    'enable.idempotence=false\nmax.in.flight.requests.per.connection=1',
    'enable.idempotence=false\nretries=0',
    'enable.idempotence=false\nacks=0',
    'max.in.flight.requests.per.connection=5',
    ['retries=5', { kafkaVersion: '2.8' }],
    ['max.in.flight.requests.per.connection=5', { kafkaVersion: '2.0' }],
    'sasl.mechanisms=PLAIN\nenable.idempotence=false',
  ],
  says: [
    [
      'enable.idempotence=false',
      'Without idempotence and with max.in.flight.requests.per.connection 5 (default in Kafka 4.3), a batch that is sent again may come behind the next one.',
      'warning',
    ],
  ],
  fixes: [
    [
      'enable.idempotence=false\nacks=all',
      ['Add max.in.flight.requests.per.connection=1', 'Set enable.idempotence to true'],
    ],
  ],
})
