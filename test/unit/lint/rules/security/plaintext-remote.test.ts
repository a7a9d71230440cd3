import { cases } from '../../cases'

cases('plaintext-remote', {
  file: 'consumer.properties',
  head: 'group.id=orders',
  fires: [
    ['bootstrap.servers=kafka.example.com:9092', 'bootstrap.servers'],
    [
      'bootstrap.servers=8.8.8.8:9092\nsecurity.protocol=PLAINTEXT',
      'security.protocol',
      { kafkaVersion: '2.0' },
    ],
    [
      'bootstrap.servers=kafka.example.com\nsecurity.protocol=plaintext\nstatistics.interval.ms=1000',
      'security.protocol',
    ],
  ],
  silent: [
    'bootstrap.servers=kafka-1:9092,localhost:9092',
    'bootstrap.servers=10.1.2.3:9092,172.16.0.1:9092,192.168.1.1:9092,[fd00::1]:9092',
    'bootstrap.servers=kafka.example.com:9092\nsecurity.protocol=SSL',
    'bootstrap.servers=kafka.example.com:9092\nsecurity.protocol=${P}',
    'bootstrap.servers=${SERVERS}',
  ],
  says: [
    [
      'bootstrap.servers=172.32.0.1:9092',
      'PLAINTEXT to 172.32.0.1: records go over the network in the clear, and anybody may connect.',
      'hint',
    ],
  ],
  fixes: [['bootstrap.servers=kafka.example.com:9092', ['Add security.protocol=SSL']]],
})
