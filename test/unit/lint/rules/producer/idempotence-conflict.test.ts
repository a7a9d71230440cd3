import { cases } from '../../cases'

cases('idempotence-conflict', {
  file: 'producer.properties',
  fires: [
    ['enable.idempotence=true\nacks=1', 'acks'],
    ['enable.idempotence=true\nretries=0\nacks=0', ['retries', 'acks'], { kafkaVersion: '2.0' }],
    [
      'max.in.flight.requests.per.connection=6',
      'max.in.flight.requests.per.connection',
      { kafkaVersion: '4.0' },
    ],
    [
      'enable.idempotence=true\nmax.in.flight.requests.per.connection=6',
      'max.in.flight.requests.per.connection',
      { kafkaVersion: '3.9' },
    ],
    ['sasl.mechanisms=PLAIN\nenable.idempotence=true\nacks=1', 'acks'],
    ['transactional.id=a\nmax.in.flight.requests.per.connection=6', 'max.in.flight.requests.per.connection'],
  ],
  silent: [
    'enable.idempotence=true\nacks=all\nretries=5\nmax.in.flight.requests.per.connection=5',
    'enable.idempotence=true\nacks=-1',
    'acks=1',
    'retries=0',
    ['max.in.flight.requests.per.connection=6', { kafkaVersion: '3.9' }],
    'enable.idempotence=false\nmax.in.flight.requests.per.connection=6',
    'enable.idempotence=${I}\nacks=1',
    'sasl.mechanisms=PLAIN\nmax.in.flight.requests.per.connection=6',
  ],
  says: [
    [
      'enable.idempotence=true\nacks=1',
      'acks=1 cannot be with idempotence, which needs acks=all: the producer refuses to start.',
      'error',
    ],
  ],
  fixes: [['max.in.flight.requests.per.connection=6', ['Set max.in.flight.requests.per.connection to 5']]],
})
