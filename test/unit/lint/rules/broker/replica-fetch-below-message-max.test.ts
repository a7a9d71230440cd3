import { cases } from '../../cases'

cases('replica-fetch-below-message-max', {
  file: 'server.properties',
  fires: [
    ['message.max.bytes=1048577', 'message.max.bytes'],
    [
      'message.max.bytes=4096\nreplica.fetch.max.bytes=2048',
      'replica.fetch.max.bytes',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'message.max.bytes=1048576',
    'log.dirs=/data',
    'message.max.bytes=2000000\nreplica.fetch.max.bytes=${F}',
  ],
  says: [
    [
      'message.max.bytes=2000000',
      'replica.fetch.max.bytes 1,048,576 (default in Kafka 4.3) is below message.max.bytes 2,000,000: large messages are copied one batch at a time.',
      'hint',
    ],
  ],
  fixes: [['message.max.bytes=2000000', ['Add replica.fetch.max.bytes=2000000']]],
})
