import { cases } from '../../cases'

cases('idempotence-disabled', {
  file: 'producer.properties',
  fires: [
    ['enable.idempotence=false', 'enable.idempotence'],
    ['sasl.mechanisms=PLAIN\nenable.idempotence=false', 'enable.idempotence', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'enable.idempotence=true',
    'enable.idempotence=${I}',
    'acks=all',
    'transactional.id=a\nenable.idempotence=false',
  ],
  says: [
    [
      'enable.idempotence=false',
      'enable.idempotence is false: a record that is sent again may be there twice.',
      'hint',
    ],
  ],
  fixes: [['enable.idempotence=false', ['Set enable.idempotence to true']]],
})
