import { cases } from '../../cases'

cases('legacy-request-timeout', {
  file: 'consumer.properties',
  fires: [
    ['request.timeout.ms=305000', 'request.timeout.ms'],
    ['request.timeout.ms=305000', 'request.timeout.ms', { kafkaVersion: '2.0' }],
  ],
  silent: ['request.timeout.ms=304999', 'request.timeout.ms=305001', 'request.timeout.ms=${T}'],
  says: [
    [
      'request.timeout.ms=305000',
      'request.timeout.ms 305,000 was the default before Kafka 2.0; today it is 30,000, and a broker that is gone is noticed that much later.',
      'info',
    ],
  ],
  fixes: [['request.timeout.ms=305000', ['Delete request.timeout.ms']]],
})
