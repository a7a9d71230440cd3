import { cases } from '../../cases'

cases('quorum-config-missing', {
  file: 'server.properties',
  head: 'node.id=1',
  fires: [
    ['process.roles=broker', 'process.roles'],
    ['process.roles=broker,controller\ncontroller.quorum.voters=', 'process.roles', { kafkaVersion: '3.3' }],
  ],
  silent: [
    'process.roles=broker\ncontroller.quorum.voters=1@a:9093',
    'process.roles=broker\ncontroller.quorum.bootstrap.servers=${Q}',
    'process.roles=',
    'log.dirs=/data',
  ],
  says: [
    [
      'process.roles=broker',
      'process.roles is set, but neither controller.quorum.bootstrap.servers nor controller.quorum.voters is: the broker refuses to start.',
      'warning',
    ],
  ],
})
