import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const of = (replicationFactor: number, least: unknown, broker: unknown = null) => ({
  snapshot: parsedSnapshot({
    broker: { 'min.insync.replicas': broker },
    topics: { orders: { replicationFactor, config: { 'min.insync.replicas': least } } },
  }),
})

cases('acks-all-min-isr-one', {
  file: 'producer.properties',
  fires: [
    ['acks=all', 'acks', of(3, '1')],
    ['acks=-1', 'acks', of(5, null, 1)],
    ['sasl.mechanisms=PLAIN\nacks=all', 'acks', of(3, 1)],
  ],
  silent: [
    ['acks=all', of(3, 2)],
    ['acks=all', of(2, 1)],
    ['acks=1', of(3, 1)],
    ['acks=${A}', of(3, 1)],
    ['client.id=a', of(3, 1)],
    ['acks=all', of(3, null)],
    'acks=all',
  ],
  says: [
    [
      'acks=all',
      'acks is all, but topic orders has 3 replicas and min.insync.replicas 1: while the others are behind, all means the leader alone.',
      'warning',
      of(3, 1),
    ],
  ],
})
