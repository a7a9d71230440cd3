import { cases } from '../../cases'

cases('advertised-listeners-unroutable', {
  file: 'server.properties',
  fires: [
    ['advertised.listeners=PLAINTEXT://0.0.0.0:9092', 'advertised.listeners'],
    [
      'advertised.listeners=PLAINTEXT://kafka-1:9092,SSL://0.0.0.0:9093',
      'advertised.listeners',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'listeners=PLAINTEXT://0.0.0.0:9092',
    'advertised.listeners=PLAINTEXT://10.0.0.0:9092',
    'advertised.listeners=PLAINTEXT://${HOST}:9092',
  ],
  says: [
    [
      'advertised.listeners=PLAINTEXT://0.0.0.0:9092',
      'advertised.listeners has PLAINTEXT://0.0.0.0:9092: clients cannot connect to 0.0.0.0, and the broker refuses to start.',
      'error',
    ],
  ],
})
