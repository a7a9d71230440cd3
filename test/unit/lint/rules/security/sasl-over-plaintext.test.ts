import { cases } from '../../cases'

cases('sasl-over-plaintext', {
  file: 'consumer.properties',
  head: 'group.id=orders',
  fires: [
    ['bootstrap.servers=kafka-1:9092\nsecurity.protocol=SASL_PLAINTEXT', 'security.protocol'],
    [
      'bootstrap.servers=localhost:9092,10.0.0.1:9092\nsecurity.protocol=SASL_PLAINTEXT',
      'security.protocol',
      { kafkaVersion: '2.0' },
    ],
    [
      'bootstrap.servers=kafka-1\nsecurity.protocol=sasl_plaintext\nsasl.mechanisms=PLAIN',
      'security.protocol',
    ],
  ],
  silent: [
    'bootstrap.servers=localhost:9092,127.0.0.1:9093\nsecurity.protocol=SASL_PLAINTEXT',
    'bootstrap.servers=${SERVERS}\nsecurity.protocol=SASL_PLAINTEXT',
    'bootstrap.servers=kafka-1:9092\nsecurity.protocol=SASL_SSL',
    'bootstrap.servers=kafka-1:9092\nsecurity.protocol=${P}',
    'security.protocol=SASL_PLAINTEXT',
  ],
  says: [
    [
      'bootstrap.servers=kafka-1:9092\nsecurity.protocol=SASL_PLAINTEXT',
      'SASL_PLAINTEXT to kafka-1: user name and password, or what proves them, go over the network in the clear.',
      'warning',
    ],
  ],
  fixes: [
    [
      'bootstrap.servers=kafka-1:9092\nsecurity.protocol=SASL_PLAINTEXT',
      ['Set security.protocol to SASL_SSL'],
    ],
    [
      'bootstrap.servers=kafka-1\nsecurity.protocol=sasl_plaintext\nsasl.mechanisms=PLAIN',
      ['Set security.protocol to sasl_ssl'],
    ],
  ],
})
