import { cases } from '../../cases'

const controllers = 'controller.listener.names=CONTROLLER'

cases('listener-name-not-mapped', {
  file: 'server.properties',
  fires: [
    ['listeners=INTERNAL://:9092', 'listeners'],
    [
      'listeners=PLAINTEXT://:9092,OUT://:9093\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT',
      'listeners',
      { kafkaVersion: '2.0' },
    ],
    [`listeners=SSL://:9092,CONTROLLER://:9093\n${controllers}`, 'listeners'],
    [`listeners=PLAINTEXT://:9092,CONTROLLER://:9093\ncontroller.listener.names=CONTROLLER,SSL`, 'listeners'],
  ],
  silent: [
    'listeners=PLAINTEXT://:9092,SASL_SSL://:9093',
    `listeners=PLAINTEXT://:9092,CONTROLLER://:9093\n${controllers}`,
    'listeners=INTERNAL://:9092\nlistener.security.protocol.map=internal:SASL_SSL, PLAINTEXT:PLAINTEXT',
    'listeners=INTERNAL://:9092\nlistener.security.protocol.map=${MAP}',
    'listeners=INTERNAL://:9092\ncontroller.listener.names=${NAMES}',
    'listeners=${LISTENERS}',
  ],
  says: [
    [
      'listeners=INTERNAL://:9092',
      'Listener INTERNAL is not in listener.security.protocol.map: the broker refuses to start.',
      'error',
    ],
  ],
  fixes: [
    [
      'listeners=A://:9092\nlistener.security.protocol.map=B:SSL',
      ['Set listener.security.protocol.map to B:SSL,A:PLAINTEXT'],
    ],
  ],
})
