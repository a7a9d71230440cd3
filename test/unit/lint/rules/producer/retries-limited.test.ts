import { cases } from '../../cases'

cases('retries-limited', {
  file: 'producer.properties',
  fires: [
    ['retries=1', 'retries'],
    ['retries=9', 'retries', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nretries=3', 'retries'],
  ],
  silent: ['retries=10', 'retries=0', 'retries=2147483647', 'retries=${R}'],
  says: [
    [
      'retries=3',
      'retries 3 gives up while delivery.timeout.ms would still allow to go on: a leader election may outlast it.',
      'info',
    ],
  ],
  fixes: [['retries=3', ['Delete retries']]],
})
