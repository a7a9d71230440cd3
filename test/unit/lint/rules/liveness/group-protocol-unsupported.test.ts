import { parsedSnapshot } from '../../snapshots'
import { cases } from '../../cases'

const classicOnly = parsedSnapshot({ broker: { 'group.coordinator.rebalance.protocols': 'classic' } })
const both = parsedSnapshot({ broker: { 'group.coordinator.rebalance.protocols': 'classic,consumer' } })

cases('group-protocol-unsupported', {
  file: 'consumer.properties',
  fires: [
    ['group.protocol=consumer', 'group.protocol', { kafkaVersion: '3.6' }],
    ['group.protocol=Consumer', 'group.protocol', { kafkaVersion: '3.9' }],
    ['group.protocol=consumer', 'group.protocol', { snapshot: classicOnly }],
  ],
  silent: [
    'group.protocol=consumer',
    ['group.protocol=consumer', { kafkaVersion: '4.0', snapshot: both }],
    ['group.protocol=classic', { kafkaVersion: '3.6' }],
    ['group.protocol=${P}', { kafkaVersion: '3.6' }],
  ],
  says: [
    [
      'group.protocol=consumer',
      'group.protocol=consumer exists since Kafka 3.7; Kafka 3.6 does not know it.',
      'error',
      { kafkaVersion: '3.6' },
    ],
    [
      'group.protocol=consumer',
      'group.protocol=consumer is for production since Kafka 4.0; in Kafka 3.7 it is a preview and off on the brokers.',
      'warning',
      { kafkaVersion: '3.7' },
    ],
    [
      'group.protocol=consumer',
      'The cluster has group.coordinator.rebalance.protocols=classic: it refuses group.protocol=consumer.',
      'error',
      { snapshot: classicOnly },
    ],
  ],
  fixes: [['group.protocol=consumer', ['Set group.protocol to classic'], { kafkaVersion: '3.8' }]],
})
