import { cases } from '../../cases'

cases('bootstrap-servers-format', {
  file: 'consumer.properties',
  head: 'group.id=orders',
  fires: [
    ['bootstrap.servers=localhost', 'bootstrap.servers'],
    ['bootstrap.servers=kafka-1:9092;kafka-2:9092', 'bootstrap.servers'],
    ['bootstrap.servers=kafka-1:9092 kafka-2:9092', 'bootstrap.servers'],
    ['bootstrap.servers=kafka-1:65536', 'bootstrap.servers'],
    ['bootstrap.servers=kafka-1:9092,kafka-2:', 'bootstrap.servers'],
  ],
  silent: [
    'bootstrap.servers=kafka-1:9092, kafka-2:9092',
    'bootstrap.servers=kafka-1:65535',
    'bootstrap.servers=kafka://kafka-1:9092',
    'bootstrap.servers=[::1]:9092,[fe80::1%eth0]:9092',
    'bootstrap.servers=A_host1:9092',
    'bootstrap.servers=${KAFKA}',
    'bootstrap.servers=kafka-1:9092,',
    'bootstrap.servers=kafka-1\nsasl.mechanisms=PLAIN',
  ],
  says: [
    [
      'bootstrap.servers=kafka-1:9092,kafka-2',
      '"kafka-2" in bootstrap.servers is no host:port: Kafka refuses this configuration.',
      'error',
    ],
    [
      'bootstrap.servers=kafka-1:90922',
      'The port of "kafka-1:90922" in bootstrap.servers is above 65,535: Kafka refuses this configuration.',
      'error',
    ],
  ],
  fixes: [
    ['bootstrap.servers=kafka-1;kafka-2:9093', ['Set bootstrap.servers to kafka-1:9092,kafka-2:9093']],
    ['bootstrap.servers=kafka-1:90922', []],
  ],
})
