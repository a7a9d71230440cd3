import { cases } from '../../cases'

cases('request-timeout-too-low', {
  file: 'producer.properties',
  fires: [
    ['request.timeout.ms=29999', 'request.timeout.ms'],
    ['request.timeout.ms=5000', 'request.timeout.ms', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nrequest.timeout.ms=5000', 'request.timeout.ms'],
  ],
  silent: ['request.timeout.ms=30000', 'request.timeout.ms=${T}', 'request.timeout.ms=30'],
  says: [
    [
      'request.timeout.ms=5000',
      'request.timeout.ms 5,000 is below 30,000: a broker that is busy for a moment already gets the request again.',
      'info',
    ],
  ],
  fixes: [['request.timeout.ms=5000', ['Set request.timeout.ms to 30000']]],
})
