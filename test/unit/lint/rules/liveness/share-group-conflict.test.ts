import { cases } from '../../cases'

cases('share-group-conflict', {
  file: 'consumer.properties',
  fires: [
    ['share.acknowledgement.mode=explicit\nauto.offset.reset=earliest', 'auto.offset.reset'],
    [
      'session.timeout.ms=45000\nshare.acknowledgement.mode=implicit\nisolation.level=${L}',
      ['session.timeout.ms', 'isolation.level'],
      { kafkaVersion: '4.1' },
    ],
  ],
  silent: [
    'share.acknowledgement.mode=explicit\nmax.poll.records=10',
    'auto.offset.reset=earliest',
    ['share.acknowledgement.mode=explicit\nauto.offset.reset=earliest', { kafkaVersion: '4.0' }],
  ],
  says: [
    [
      'share.acknowledgement.mode=explicit\nenable.auto.commit=false',
      'enable.auto.commit cannot be set beside share.acknowledgement.mode: a share consumer refuses to start with it.',
      'error',
    ],
  ],
  fixes: [['share.acknowledgement.mode=explicit\nenable.auto.commit=false', ['Delete enable.auto.commit']]],
})
