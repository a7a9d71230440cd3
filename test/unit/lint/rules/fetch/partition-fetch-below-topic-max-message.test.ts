import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const snapshot = parsedSnapshot({
  broker: { 'message.max.bytes': 1000 },
  topics: {
    orders: { config: { 'max.message.bytes': 2000000 } },
    bills: { config: { 'max.message.bytes': null } },
    huge: { config: { 'max.message.bytes': 9000000 } },
  },
  groups: { orders: { topics: ['orders', 'bills'] }, bills: { topics: ['bills'] } },
})

cases('partition-fetch-below-topic-max-message', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092',
  options: { snapshot },
  fires: [
    ['group.id=orders\nmax.partition.fetch.bytes=1999999', 'max.partition.fetch.bytes'],
    ['sasl.mechanisms=PLAIN\ngroup.id=other\nmax.partition.fetch.bytes=8000000', 'max.partition.fetch.bytes'],
  ],
  silent: [
    'group.id=orders\nmax.partition.fetch.bytes=2000000',
    'group.id=bills\nmax.partition.fetch.bytes=1024',
    'group.id=orders',
    ['group.id=orders\nmax.partition.fetch.bytes=1024', { snapshot: null }],
  ],
  says: [
    [
      'group.id=orders\nmax.partition.fetch.bytes=1048576',
      'max.partition.fetch.bytes 1,048,576 is below max.message.bytes 2,000,000 of topic orders: large batches come one at a time.',
      'info',
    ],
  ],
  fixes: [
    ['group.id=orders\nmax.partition.fetch.bytes=1048576', ['Set max.partition.fetch.bytes to 2000000']],
  ],
})
