import { cases } from '../../cases'

cases('broker-id-node-id-mismatch', {
  file: 'server.properties',
  fires: [
    ['broker.id=2', 'broker.id'],
    ['broker.id=0', 'broker.id', { kafkaVersion: '3.3' }],
  ],
  silent: ['broker.id=1', 'broker.id=${ID}', 'node.id=7'],
  says: [['broker.id=2', 'broker.id 2 is not node.id 1: the broker refuses to start.', 'error']],
  fixes: [['broker.id=2', ['Delete broker.id']]],
})
