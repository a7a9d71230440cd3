import { cases } from '../../cases'

cases('internal-topic-min-isr-exceeds-rf', {
  file: 'server.properties',
  fires: [
    ['transaction.state.log.replication.factor=1', 'transaction.state.log.replication.factor'],
    [
      'transaction.state.log.min.isr=3\ntransaction.state.log.replication.factor=2',
      'transaction.state.log.min.isr',
      { kafkaVersion: '2.0' },
    ],
    [
      'share.coordinator.state.topic.replication.factor=1',
      'share.coordinator.state.topic.replication.factor',
      { kafkaVersion: '4.1' },
    ],
  ],
  silent: [
    'transaction.state.log.replication.factor=2',
    'transaction.state.log.replication.factor=1\ntransaction.state.log.min.isr=1',
    'transaction.state.log.min.isr=5',
    'transaction.state.log.replication.factor=1\ntransaction.state.log.min.isr=${M}',
    ['share.coordinator.state.topic.replication.factor=1', { kafkaVersion: '3.9' }],
  ],
  says: [
    [
      'transaction.state.log.replication.factor=1',
      'transaction.state.log.min.isr 2 (default in Kafka 4.3) is above transaction.state.log.replication.factor 1: transactions never work.',
      'warning',
    ],
  ],
  fixes: [['transaction.state.log.replication.factor=1', ['Add transaction.state.log.min.isr=1']]],
})
