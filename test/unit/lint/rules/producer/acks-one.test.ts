import { cases } from '../../cases'

cases('acks-one', {
  file: 'producer.properties',
  fires: [
    ['acks=1', 'acks'],
    ['acks=1', 'acks', { kafkaVersion: '2.8' }],
    ['sasl.mechanisms=PLAIN\nacks=1', 'acks'],
  ],
  silent: [
    'acks=0',
    'acks=all',
    'acks=${ACKS}',
    'transactional.id=a\nacks=1',
    'enable.idempotence=true\nacks=1',
  ],
  says: [
    [
      'acks=1',
      'acks is 1: a record is lost if the leader fails before others have it, and idempotence is off without a word.',
      'info',
    ],
    [
      'acks=1',
      'acks is 1: a record is lost if the leader fails before others have it.',
      'info',
      { kafkaVersion: '2.8' },
    ],
    [
      'enable.idempotence=false\nacks=1',
      'acks is 1: a record is lost if the leader fails before others have it.',
      'info',
    ],
  ],
  fixes: [['acks=1', ['Set acks to all']]],
})
