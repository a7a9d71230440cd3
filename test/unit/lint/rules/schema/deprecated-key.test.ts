import { cases } from '../../cases'

cases('deprecated-key', {
  file: 'server.properties',
  fires: [
    ['log.cleaner.enable=true', 'log.cleaner.enable'],
    ['log.cleaner.enable=true', 'log.cleaner.enable', { kafkaVersion: '4.1' }],
    ['broker.id=1', 'broker.id', { kafkaVersion: '4.4' }],
    ['group.coordinator.rebalance.protocols=classic,consumer', 'group.coordinator.rebalance.protocols'],
  ],
  silent: [
    ['log.cleaner.enable=true', { kafkaVersion: '4.0' }],
    'broker.id=1',
    ['group.coordinator.rebalance.protocols=classic,consumer', { kafkaVersion: '4.2' }],
  ],
  says: [
    ['log.cleaner.enable=true', 'log.cleaner.enable is deprecated since Kafka 4.1.', 'info'],
    ['broker.id=1', 'broker.id is deprecated since Kafka 4.4; use node.id.', 'info', { kafkaVersion: '4.4' }],
  ],
  fixes: [
    ['log.cleaner.enable=true', ['Delete log.cleaner.enable']],
    ['broker.id=1', ['Delete broker.id'], { kafkaVersion: '4.4' }],
  ],
})

cases('deprecated-key', {
  file: 'streams.properties',
  head: 'application.id=app\nbootstrap.servers=kafka-1:9092,kafka-2:9092',
  fires: [['cache.max.bytes.buffering=1000', 'cache.max.bytes.buffering', { kafkaVersion: '3.4' }]],
  silent: [['cache.max.bytes.buffering=1000', { kafkaVersion: '3.3' }]],
  says: [],
  fixes: [['default.production.exception.handler=a.B', ['Rename to production.exception.handler']]],
})
