import { cases } from '../../cases'

cases('acks-zero', {
  file: 'producer.properties',
  fires: [
    ['acks=0', 'acks'],
    ['sasl.mechanisms=PLAIN\nacks=0', 'acks', { kafkaVersion: '2.0' }],
  ],
  silent: ['acks=1', 'acks=all', 'acks=-1', 'acks=${ACKS}', 'enable.idempotence=true\nacks=0'],
  says: [['acks=0', 'acks is 0: the producer never learns that a record was lost.', 'warning']],
  fixes: [['acks=0', ['Set acks to all']]],
})
