import { cases } from '../../cases'

cases('connection-setup-timeout-exceeds-max', {
  file: 'consumer.properties',
  fires: [
    ['socket.connection.setup.timeout.ms=30001', 'socket.connection.setup.timeout.ms'],
    [
      'socket.connection.setup.timeout.max.ms=9000',
      'socket.connection.setup.timeout.max.ms',
      { kafkaVersion: '2.7' },
    ],
  ],
  silent: [
    'socket.connection.setup.timeout.ms=30000',
    ['socket.connection.setup.timeout.ms=60000', { kafkaVersion: '2.7' }],
    'socket.connection.setup.timeout.ms=60000\nsocket.connection.setup.timeout.max.ms=${M}',
    'sasl.mechanisms=PLAIN\nsocket.connection.setup.timeout.ms=60000',
  ],
  says: [
    [
      'socket.connection.setup.timeout.ms=60000',
      'socket.connection.setup.timeout.ms 60,000 is above socket.connection.setup.timeout.max.ms 30,000 (default in Kafka 4.3): the timeout does not grow from one try to the next.',
      'info',
    ],
  ],
  fixes: [['socket.connection.setup.timeout.ms=60000', ['Add socket.connection.setup.timeout.max.ms=60000']]],
})
