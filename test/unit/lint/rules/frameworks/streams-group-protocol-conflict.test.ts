import { cases } from '../../cases'

cases('streams-group-protocol-conflict', {
  file: 'streams.properties',
  head: 'application.id=app\nbootstrap.servers=kafka-1:9092,kafka-2:9092\nstate.dir=/data',
  fires: [
    ['group.protocol=streams\nnum.standby.replicas=1', 'num.standby.replicas'],
    ['group.protocol=Streams\ngroup.instance.id=${POD}', 'group.instance.id', { kafkaVersion: '4.1' }],
    ['group.protocol=streams\nmain.consumer.client.id=a\nconsumer.group.instance.id=a', 'group.instance.id'],
  ],
  silent: [
    'group.protocol=streams\nnum.standby.replicas=0',
    'num.standby.replicas=1',
    'group.protocol=classic\nnum.standby.replicas=1',
    'group.protocol=${P}\nnum.standby.replicas=1',
    'group.protocol=streams',
  ],
  says: [
    [
      'group.protocol=streams\ngroup.instance.id=a',
      'group.instance.id cannot be set with group.protocol=streams: the application refuses to start.',
      'error',
    ],
    [
      'group.protocol=streams\nnum.standby.replicas=2',
      'num.standby.replicas 2 has no effect with group.protocol=streams: the broker decides it for the group.',
      'warning',
    ],
  ],
  fixes: [['group.protocol=streams\nnum.standby.replicas=2', ['Delete num.standby.replicas']]],
})
