import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { inConsumer } from '../../linting'

cases('suspicious-duration-unit', {
  file: 'consumer.properties',
  fires: [
    ['auto.commit.interval.ms=5', 'auto.commit.interval.ms'],
    ['session.timeout.ms=99\nheartbeat.interval.ms=3', ['session.timeout.ms', 'heartbeat.interval.ms']],
    ['sasl.mechanisms=PLAIN\nsession.timeout.ms=45', 'session.timeout.ms'],
  ],
  silent: [
    'auto.commit.interval.ms=100',
    'auto.commit.interval.ms=0',
    'auto.commit.interval.ms=-1',
    // Less than a second by default.
    'fetch.max.wait.ms=50',
    'reconnect.backoff.ms=50\nreconnect.backoff.max.ms=1000',
    'orders.retry.ms=5',
    'auto.commit.interval.ms=5\nauto.commit.interval.ms=5000',
  ],
  says: [
    [
      'session.timeout.ms=45',
      'session.timeout.ms is 45 ms, but its default is 45,000 ms: were 45 seconds meant?',
      'warning',
    ],
    [
      'session.timeout.ms=45',
      'session.timeout.ms is 45 ms, but its default is 10,000 ms: were 45 seconds meant?',
      'warning',
      { kafkaVersion: '2.8' },
    ],
  ],
  fixes: [['session.timeout.ms=45', ['Set session.timeout.ms to 45000']]],
})

it('hides what follows from the wrong unit', () => {
  expect(inConsumer(['session.timeout.ms=45', 'max.poll.interval.ms=30'])).toEqual([
    '3:suspicious-duration-unit',
    '4:suspicious-duration-unit',
  ])
})
