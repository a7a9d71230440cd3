import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

cases('wrong-client-key', {
  file: 'consumer.properties',
  fires: [
    ['acks=all\nlinger.ms=5', ['acks', 'linger.ms']],
    ['value.serializer=a.B', 'value.serializer'],
  ],
  silent: [
    'max.poll.records=5',
    'request.timeout.ms=30000',
    'retry.backoff.ms=100',
    'sasl.mechanisms=PLAIN\nlinger.ms=5',
  ],
  says: [['acks=all', 'acks is a setting of producers; a consumer ignores it.', 'info']],
  fixes: [['acks=all', ['Delete acks']]],
})

cases('wrong-client-key', {
  file: 'producer.properties',
  fires: [
    ['group.id=orders', 'group.id'],
    ['isolation.level=read_committed', 'isolation.level', { kafkaVersion: '2.0' }],
  ],
  silent: ['acks=all'],
  says: [['group.id=orders', 'group.id is a setting of consumers; a producer ignores it.', 'info']],
})

it('wants to be sure of the client', () => {
  const both = ['bootstrap.servers=kafka-1:9092', 'acks=all', 'group.id=orders']
  expect(found('client.properties', both)).toEqual([])
  expect(found('orders.properties', both)).toEqual([])
  expect(found('orders.properties', both, { role: 'producer' })).toEqual(['3:wrong-client-key'])
  expect(found('orders.properties', ['consumer.bootstrap.servers=k-1:9092', 'consumer.group.id=a'])).toEqual(
    [],
  )
})
