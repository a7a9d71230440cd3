import { cases } from '../../cases'

cases('socket-buffer-too-small', {
  file: 'consumer.properties',
  fires: [
    ['receive.buffer.bytes=16383\nsend.buffer.bytes=1', ['receive.buffer.bytes', 'send.buffer.bytes']],
    ['sasl.mechanisms=PLAIN\nsocket.receive.buffer.bytes=1024', 'socket.receive.buffer.bytes'],
    ['send.buffer.bytes=8192', 'send.buffer.bytes', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'receive.buffer.bytes=16384',
    'receive.buffer.bytes=-1',
    'receive.buffer.bytes=0',
    'receive.buffer.bytes=${B}',
    'socket.receive.buffer.bytes=1024',
    'sasl.mechanisms=PLAIN\nsocket.receive.buffer.bytes=0',
  ],
  says: [
    [
      'receive.buffer.bytes=8192',
      'receive.buffer.bytes 8,192 is below 16,384: over a slow line little is under way at a time. -1 leaves it to the system.',
      'info',
    ],
    [
      'sasl.mechanisms=PLAIN\nsocket.send.buffer.bytes=1024',
      'socket.send.buffer.bytes 1,024 is below 16,384: over a slow line little is under way at a time. 0 leaves it to the system.',
      'info',
    ],
  ],
  fixes: [
    ['receive.buffer.bytes=8192', ['Set receive.buffer.bytes to -1']],
    ['sasl.mechanisms=PLAIN\nsocket.send.buffer.bytes=1024', ['Set socket.send.buffer.bytes to 0']],
  ],
})
