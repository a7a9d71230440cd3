import { cases } from '../../cases'

cases('message-max-exceeds-socket-request-max', {
  file: 'server.properties',
  fires: [
    ['message.max.bytes=104857601', 'message.max.bytes'],
    ['socket.request.max.bytes=1000000', 'socket.request.max.bytes', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'message.max.bytes=104857600',
    'message.max.bytes=200000000\nsocket.request.max.bytes=${S}',
    'socket.request.max.bytes=2000000',
  ],
  says: [
    [
      'message.max.bytes=209715200',
      'message.max.bytes 209,715,200 is above socket.request.max.bytes 104,857,600 (default in Kafka 4.3): a request with such a message is refused.',
      'error',
    ],
  ],
  fixes: [['message.max.bytes=209715200', ['Set message.max.bytes to 104857600']]],
})
