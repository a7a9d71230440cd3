import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { findings } from '../../linting'

const on = 'spring.kafka.consumer.enable-auto-commit=true'

cases('spring-ack-mode-with-auto-commit', {
  file: 'application.properties',
  head: 'spring.kafka.bootstrap-servers=kafka-1:9092,kafka-2:9092',
  fires: [
    [`${on}\nspring.kafka.listener.ack-mode=manual`, 'enable.auto.commit'],
    [`spring.kafka.listener.ackMode=MANUAL_IMMEDIATE\n${on}`, 'enable.auto.commit', { kafkaVersion: '2.8' }],
  ],
  silent: [
    `${on}\nspring.kafka.listener.ack-mode=batch`,
    'spring.kafka.consumer.enable-auto-commit=false\nspring.kafka.listener.ack-mode=manual',
    'spring.kafka.listener.ack-mode=manual',
    on,
    `${on}\nspring.kafka.listener.ack-mode=\${MODE}`,
  ],
  says: [
    [
      `${on}\nspring.kafka.listener.ack-mode=manual`,
      "enable.auto.commit is true, but the listener's ack-mode is manual: the container refuses to start.",
      'error',
    ],
  ],
  fixes: [[`${on}\nspring.kafka.listener.ack-mode=manual`, ['Set enable.auto.commit to false']]],
})

it('reads YAML', () => {
  const text =
    'spring:\n  kafka:\n    consumer:\n      enable-auto-commit: true\n    listener:\n      ack-mode: manual\n'
  expect(findings('application.yml', text).map(({ rule }) => rule)).toEqual([
    'spring-ack-mode-with-auto-commit',
  ])
})
