import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

cases('auto-commit-without-group-id', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092',
  fires: [
    ['enable.auto.commit=true', 'enable.auto.commit'],
    ['enable.auto.commit=TRUE', 'enable.auto.commit', { kafkaVersion: '2.4' }],
  ],
  silent: [
    'enable.auto.commit=true\ngroup.id=orders',
    'enable.auto.commit=true\ngroup.id=${GROUP}',
    'enable.auto.commit=false',
    'client.id=a',
    'sasl.mechanisms=PLAIN\nenable.auto.commit=true',
  ],
  says: [
    [
      'enable.auto.commit=true',
      'enable.auto.commit is true, but there is no group.id: the Java consumer refuses to start.',
      'warning',
    ],
  ],
  fixes: [['enable.auto.commit=true', ['Set enable.auto.commit to false']]],
})

it('says nothing of a fragment', () => {
  expect(found('consumer.properties', ['client.id=a', 'enable.auto.commit=true'])).toEqual([])
  expect(found('client.properties', ['bootstrap.servers=k:9092', 'enable.auto.commit=true'])).toEqual([])
})
