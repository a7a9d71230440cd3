import { cases } from '../../cases'

cases('socket-buffer-too-small', {
  file: 'consumer.properties',
  fires: [
    ['receive.buffer.bytes=16383\nsend.buffer.bytes=1', ['receive.buffer.bytes', 'send.buffer.bytes']],
    ['send.buffer.bytes=8192', 'send.buffer.bytes', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'receive.buffer.bytes=16384',
    'receive.buffer.bytes=-1',
    'receive.buffer.bytes=0',
    'receive.buffer.bytes=${B}',
    'sasl.mechanisms=PLAIN\nsocket.receive.buffer.bytes=1024',
  ],
  says: [
    [
      'receive.buffer.bytes=8192',
      'receive.buffer.bytes 8,192 is below 16,384: over a slow line little is under way at a time. -1 leaves it to the system.',
      'info',
    ],
  ],
  fixes: [['receive.buffer.bytes=8192', ['Set receive.buffer.bytes to -1']]],
})
