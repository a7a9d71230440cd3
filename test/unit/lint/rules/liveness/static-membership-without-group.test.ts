import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

cases('static-membership-without-group', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092\nsession.timeout.ms=180000',
  fires: [
    ['group.instance.id=a', 'group.instance.id'],
    ['group.instance.id=${POD_NAME}', 'group.instance.id', { kafkaVersion: '2.3' }],
    ['sasl.mechanisms=PLAIN\ngroup.instance.id=a', 'group.instance.id'],
  ],
  silent: ['group.id=orders\ngroup.instance.id=a', 'group.id=${G}\ngroup.instance.id=a', 'client.id=a'],
  says: [
    [
      'group.instance.id=a',
      'group.instance.id is set, but there is no group.id: without a group it means nothing.',
      'warning',
    ],
  ],
  fixes: [['group.instance.id=a', ['Delete group.instance.id']]],
})

it('says nothing of a fragment', () => {
  const fragment = ['session.timeout.ms=180000', 'group.instance.id=a']
  expect(found('consumer.properties', fragment)).toEqual([])
  expect(found('client.properties', ['bootstrap.servers=k:9092', ...fragment])).toEqual([])
})
