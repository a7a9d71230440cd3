import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { findings } from '../../linting'

cases('spring-unknown-property', {
  file: 'application.properties',
  head: 'spring.kafka.bootstrap-servers=kafka-1:9092,kafka-2:9092',
  fires: [
    ['spring.kafka.producer.key-deserializer=a.B', 'spring.kafka.producer.key-deserializer'],
    ['spring.kafka.consumer.session-timeout=45s', 'spring.kafka.consumer.session-timeout'],
    [
      'spring.kafka.consumer.sessionTimeoutMs=45000',
      'spring.kafka.consumer.session-timeout-ms',
      { kafkaVersion: '2.8' },
    ],
  ],
  silent: [
    'spring.kafka.consumer.max-poll-records=10',
    'spring.kafka.consumer.maxPollRecords=10',
    'spring.kafka.consumer.properties.session.timeout.ms=45000',
    'spring.kafka.consumer.ssl.bundle=kafka',
    'spring.kafka.listener.anything=1',
    'spring.kafka.template.default-topic=orders',
  ],
  says: [
    [
      'spring.kafka.producer.linger-ms=5',
      'Spring Boot has no property spring.kafka.producer.linger-ms: it is silently unused. Settings of Kafka go into spring.kafka.producer.properties.',
      'warning',
    ],
  ],
})

it('reads YAML', () => {
  const text = 'spring:\n  kafka:\n    producer:\n      type-mapping: a:b.C\n'
  expect(findings('application.yml', text).map(({ rule }) => rule)).toEqual(['spring-unknown-property'])
})
