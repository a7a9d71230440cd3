import { cases } from '../../cases'

cases('suspicious-size-unit', {
  file: 'consumer.properties',
  fires: [
    ['fetch.max.bytes=50', 'fetch.max.bytes'],
    ['max.partition.fetch.bytes=1023', 'max.partition.fetch.bytes'],
    ['sasl.mechanisms=PLAIN\nmessage.max.bytes=1000', 'message.max.bytes'],
  ],
  silent: [
    'fetch.max.bytes=1024',
    'fetch.max.bytes=0',
    'fetch.min.bytes=1',
    'receive.buffer.bytes=512',
    'fetch.max.bytes=${MB}',
  ],
  says: [
    [
      'fetch.max.bytes=50',
      'fetch.max.bytes is 50 bytes, less than one small record may have: were 50 KB or 50 MB meant?',
      'warning',
    ],
  ],
  fixes: [['fetch.max.bytes=50', ['Set fetch.max.bytes to 51200', 'Set fetch.max.bytes to 52428800']]],
})
