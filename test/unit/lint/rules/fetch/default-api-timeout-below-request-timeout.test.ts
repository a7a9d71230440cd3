import { cases } from '../../cases'

cases('default-api-timeout-below-request-timeout', {
  file: 'consumer.properties',
  fires: [
    ['default.api.timeout.ms=29999', 'default.api.timeout.ms'],
    [
      'request.timeout.ms=90000\ndefault.api.timeout.ms=60000',
      'default.api.timeout.ms',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'default.api.timeout.ms=30000',
    // The default is raised with a warning.
    'request.timeout.ms=90000',
    'request.timeout.ms=${T}\ndefault.api.timeout.ms=1000',
    'sasl.mechanisms=PLAIN\nrequest.timeout.ms=90000',
  ],
  says: [
    [
      'default.api.timeout.ms=20000',
      'default.api.timeout.ms 20,000 is below request.timeout.ms 30,000 (default in Kafka 4.3): a call ends before one request may.',
      'warning',
    ],
  ],
  fixes: [['default.api.timeout.ms=20000', ['Set default.api.timeout.ms to 30000']]],
})

cases('default-api-timeout-below-request-timeout', {
  file: 'admin.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092',
  fires: [['default.api.timeout.ms=100000', 'default.api.timeout.ms', { kafkaVersion: '2.4' }]],
  silent: [['default.api.timeout.ms=120000', { kafkaVersion: '2.4' }]],
  says: [
    [
      'default.api.timeout.ms=20000',
      'default.api.timeout.ms 20,000 is below request.timeout.ms 30,000 (default in Kafka 4.3): the admin client refuses to start.',
      'error',
    ],
  ],
})
