import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { inConsumer } from '../../linting'

cases('quoted-value', {
  file: 'consumer.properties',
  fires: [
    ['session.timeout.ms="45000"', 'session.timeout.ms'],
    ["enable.auto.commit='false'", 'enable.auto.commit'],
    ['auto.offset.reset="earliest"', 'auto.offset.reset'],
    ['key.deserializer="org.apache.kafka.common.serialization.StringDeserializer"', 'key.deserializer'],
    ['security.protocol="SSL"', 'security.protocol', { kafkaVersion: '3.5' }],
  ],
  silent: [
    'session.timeout.ms=45000',
    'client.id="orders"',
    'ssl.key.password="secret"',
    'session.timeout.ms="45000',
    'orders.name="a"',
    'session.timeout.ms=""',
  ],
  says: [
    [
      'session.timeout.ms="45000"',
      'session.timeout.ms is "45000": the quotes are part of the value, and Kafka refuses it.',
      'error',
    ],
  ],
  fixes: [['session.timeout.ms="45000"', ['Set session.timeout.ms to 45000']]],
})

it('is the one finding of its line', () => {
  expect(inConsumer(['auto.offset.reset="earliest"', 'heartbeat.interval.ms="90000"'])).toEqual([
    '3:quoted-value',
    '4:quoted-value',
  ])
})
