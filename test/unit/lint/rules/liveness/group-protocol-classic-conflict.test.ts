import { cases } from '../../cases'

cases('group-protocol-classic-conflict', {
  file: 'consumer.properties',
  fires: [
    ['group.remote.assignor=uniform', 'group.remote.assignor'],
    [
      'group.protocol=CLASSIC\ngroup.remote.assignor=uniform',
      'group.remote.assignor',
      { kafkaVersion: '3.7' },
    ],
    ['sasl.mechanisms=PLAIN\ngroup.remote.assignor=uniform', 'group.remote.assignor'],
  ],
  silent: [
    'group.protocol=consumer\ngroup.remote.assignor=uniform',
    'group.protocol=${P}\ngroup.remote.assignor=uniform',
    'group.remote.assignor=',
    ['group.remote.assignor=uniform', { kafkaVersion: '3.6' }],
  ],
  says: [
    [
      'group.remote.assignor=uniform',
      'group.remote.assignor needs group.protocol=consumer: with the classic protocol the client refuses to start.',
      'error',
    ],
  ],
  fixes: [['group.remote.assignor=uniform', ['Add group.protocol=consumer', 'Delete group.remote.assignor']]],
})
