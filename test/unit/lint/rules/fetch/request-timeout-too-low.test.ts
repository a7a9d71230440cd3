import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

cases('request-timeout-too-low', {
  file: 'producer.properties',
  fires: [
    ['request.timeout.ms=29999', 'request.timeout.ms'],
    ['request.timeout.ms=5000', 'request.timeout.ms', { kafkaVersion: '2.0' }],
    ['sasl.mechanisms=PLAIN\nrequest.timeout.ms=5000', 'request.timeout.ms'],
    ['sasl.mechanisms=PLAIN\nsocket.timeout.ms=29999', 'socket.timeout.ms'],
  ],
  silent: [
    'request.timeout.ms=30000',
    'request.timeout.ms=${T}',
    'request.timeout.ms=30',
    'sasl.mechanisms=PLAIN\nsocket.timeout.ms=30000',
    // Nothing to Java.
    'socket.timeout.ms=5000',
  ],
  says: [
    [
      'request.timeout.ms=5000',
      'request.timeout.ms 5,000 is below 30,000: a broker that is busy for a moment already gets the request again.',
      'info',
    ],
  ],
  fixes: [['request.timeout.ms=5000', ['Set request.timeout.ms to 30000']]],
})

it('leaves a consumer of librdkafka alone, which ignores it', () => {
  const of = (key: string): string[] =>
    found('consumer.properties', ['bootstrap.servers=k:1', 'sasl.username=a', `${key}=5000`]).filter((line) =>
      line.endsWith('request-timeout-too-low'),
    )
  expect(of('request.timeout.ms')).toEqual([])
  expect(of('socket.timeout.ms')).toEqual(['3:request-timeout-too-low'])
})
