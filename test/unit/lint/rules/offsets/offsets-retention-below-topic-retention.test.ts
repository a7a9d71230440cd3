import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const of = (retention: unknown, broker: object = {}) => ({
  snapshot: parsedSnapshot({
    broker: { 'offsets.retention.minutes': 60, 'log.retention.hours': 1, ...broker },
    topics: {
      short: { config: { 'retention.ms': 1000 } },
      orders: { config: { 'retention.ms': retention } },
    },
    groups: { orders: { topics: ['short', 'orders'] } },
  }),
})

cases('offsets-retention-below-topic-retention', {
  file: 'consumer.properties',
  fires: [
    ['', 'group.id', of('3600001')],
    ['', 'group.id', of(-1)],
    ['', 'group.id', of(null, { 'log.retention.hours': 2 })],
    ['sasl.mechanisms=PLAIN', 'group.id', of(7200000)],
  ],
  silent: [
    ['', of(3600000)],
    ['', of(null)],
    ['', of(null, { 'log.retention.minutes': 30, 'log.retention.hours': 5 })],
    ['', of(-1, { 'offsets.retention.minutes': null })],
    ['group.id=other', of(-1)],
    '',
  ],
  says: [
    [
      '',
      'The cluster keeps offsets of group orders for 60 min, but records of topic orders for 120 min: a group that is down longer starts where auto.offset.reset says.',
      'info',
      of(7200000),
    ],
    [
      '',
      'The cluster keeps offsets of group orders for 60 min, but records of topic orders forever: a group that is down longer starts where auto.offset.reset says.',
      'info',
      of(-1),
    ],
  ],
})
