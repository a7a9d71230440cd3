import { cases } from '../../cases'

cases('hostname-verification-disabled', {
  file: 'consumer.properties',
  fires: [
    ['ssl.endpoint.identification.algorithm=', 'ssl.endpoint.identification.algorithm'],
    [
      'ssl.endpoint.identification.algorithm',
      'ssl.endpoint.identification.algorithm',
      { kafkaVersion: '2.0' },
    ],
    [
      'sasl.mechanisms=PLAIN\nssl.endpoint.identification.algorithm=none',
      'ssl.endpoint.identification.algorithm',
    ],
  ],
  silent: [
    'ssl.endpoint.identification.algorithm=https',
    'ssl.endpoint.identification.algorithm=${A}',
    'sasl.mechanisms=PLAIN\nssl.endpoint.identification.algorithm=https',
    'client.id=a',
  ],
  says: [
    [
      'ssl.endpoint.identification.algorithm=',
      "The name in the broker's certificate is not checked: whoever has a valid certificate can stand in for it.",
      'warning',
    ],
  ],
  fixes: [['ssl.endpoint.identification.algorithm=', ['Set ssl.endpoint.identification.algorithm to https']]],
})
