import { cases } from '../../cases'

cases('blank-identifier', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092',
  fires: [
    ['group.id=', 'group.id'],
    ['group.id=orders\ngroup.instance.id=   ', 'group.instance.id'],
    ['transactional.id', 'transactional.id'],
    ['sasl.mechanisms=PLAIN\ngroup.id=', 'group.id'],
  ],
  silent: ['group.id=orders', 'group.id=${GROUP}', 'client.id=', 'group.id=\ngroup.id=orders'],
  says: [
    ['group.id=', 'group.id is blank: Kafka refuses a blank name; leave the key out to have none.', 'error'],
  ],
  fixes: [['group.id=\nclient.id=a', ['Delete group.id']]],
})
