import { cases } from '../../cases'

cases('auto-commit-enabled', {
  file: 'consumer.properties',
  fires: [
    ['enable.auto.commit=true', 'enable.auto.commit'],
    ['sasl.mechanisms=PLAIN\nenable.auto.commit=TRUE', 'enable.auto.commit', { kafkaVersion: '2.0' }],
  ],
  silent: ['enable.auto.commit=false', 'enable.auto.commit=${C}', 'client.id=a'],
  says: [
    [
      'enable.auto.commit=true',
      'enable.auto.commit is true: after a crash records come again, and records handed to other threads may be lost.',
      'hint',
    ],
  ],
  fixes: [['enable.auto.commit=true', ['Set enable.auto.commit to false']]],
})
