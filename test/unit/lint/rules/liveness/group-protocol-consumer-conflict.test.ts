import { cases } from '../../cases'

cases('group-protocol-consumer-conflict', {
  file: 'consumer.properties',
  fires: [
    [
      'group.protocol=consumer\nsession.timeout.ms=45000\nheartbeat.interval.ms=3000',
      ['session.timeout.ms', 'heartbeat.interval.ms'],
    ],
    [
      'partition.assignment.strategy=a.B\ngroup.protocol=CONSUMER',
      'partition.assignment.strategy',
      { kafkaVersion: '4.0' },
    ],
    ['sasl.mechanisms=PLAIN\ngroup.protocol=consumer\nsession.timeout.ms=${S}', 'session.timeout.ms'],
  ],
  silent: [
    'group.protocol=classic\nsession.timeout.ms=45000',
    'group.protocol=${P}\nsession.timeout.ms=45000',
    'group.protocol=consumer\nmax.poll.interval.ms=300000',
    'group.protocol=consumer\npartition.assignment.strategy=',
  ],
  says: [
    [
      'group.protocol=consumer\nsession.timeout.ms=45000',
      'session.timeout.ms cannot be set with group.protocol=consumer: the client refuses to start. group.consumer.session.timeout.ms decides it now.',
      'error',
    ],
  ],
  fixes: [['group.protocol=consumer\nsession.timeout.ms=45000', ['Delete session.timeout.ms']]],
})
