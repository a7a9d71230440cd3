import { cases } from '../../cases'

cases('fetch-min-exceeds-max', {
  file: 'consumer.properties',
  fires: [
    ['fetch.min.bytes=52428801', 'fetch.min.bytes'],
    ['fetch.max.bytes=2048\nfetch.min.bytes=4096', 'fetch.min.bytes', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nfetch.min.bytes=60000000', 'fetch.min.bytes'],
  ],
  silent: [
    'fetch.min.bytes=52428800',
    'fetch.min.bytes=100000',
    'fetch.max.bytes=${M}\nfetch.min.bytes=60000000',
  ],
  says: [
    [
      'fetch.min.bytes=60000000',
      'fetch.min.bytes 60,000,000 is above fetch.max.bytes 52,428,800 (default in Kafka 4.3): every fetch waits its full time for bytes it may not have.',
      'warning',
    ],
  ],
  fixes: [['fetch.min.bytes=60000000', ['Set fetch.min.bytes to 52428800']]],
})
