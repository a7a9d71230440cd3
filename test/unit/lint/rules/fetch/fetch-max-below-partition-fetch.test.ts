import { cases } from '../../cases'

cases('fetch-max-below-partition-fetch', {
  file: 'consumer.properties',
  fires: [
    ['fetch.max.bytes=1048575', 'fetch.max.bytes'],
    ['max.partition.fetch.bytes=52428801', 'max.partition.fetch.bytes', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nfetch.max.bytes=1000000', 'fetch.max.bytes'],
  ],
  silent: [
    'fetch.max.bytes=1048576',
    'max.partition.fetch.bytes=52428800',
    'fetch.max.bytes=2048\nmax.partition.fetch.bytes=2048',
    'fetch.max.bytes=2048\nmax.partition.fetch.bytes=${P}',
  ],
  says: [
    [
      'fetch.max.bytes=524288',
      'fetch.max.bytes 524,288 is below max.partition.fetch.bytes 1,048,576 (default in Kafka 4.3): no partition ever gets its full share.',
      'info',
    ],
  ],
  fixes: [['fetch.max.bytes=524288', ['Set fetch.max.bytes to 1048576']]],
})
