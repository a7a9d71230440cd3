import { cases } from '../../cases'

cases('single-bootstrap-server', {
  file: 'producer.properties',
  head: 'acks=all',
  fires: [
    ['bootstrap.servers=kafka-1:9092', 'bootstrap.servers'],
    ['bootstrap.servers=10.0.0.1:9092,', 'bootstrap.servers', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nbootstrap.servers=kafka-1', 'bootstrap.servers'],
  ],
  silent: [
    'bootstrap.servers=kafka-1:9092,kafka-2:9092',
    'bootstrap.servers=localhost:9092',
    'bootstrap.servers=127.0.0.1:9092',
    'bootstrap.servers=[::1]:9092',
    'bootstrap.servers=host.docker.internal:9092',
    'bootstrap.servers=${SERVERS}',
  ],
  says: [
    [
      'bootstrap.servers=kafka-1:9092',
      'bootstrap.servers has one address, kafka-1:9092: while it is down the client cannot start.',
      'hint',
    ],
  ],
})
