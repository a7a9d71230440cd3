import { cases } from '../../cases'

cases('streams-managed-config', {
  file: 'streams.properties',
  head: 'application.id=app\nbootstrap.servers=kafka-1:9092,kafka-2:9092',
  fires: [
    [
      'consumer.enable.auto.commit=true\nmain.consumer.allow.auto.create.topics=true',
      ['enable.auto.commit', 'allow.auto.create.topics'],
    ],
    ['consumer.group.protocol=consumer', 'group.protocol', { kafkaVersion: '4.0' }],
    [
      'processing.guarantee=exactly_once_v2\nconsumer.isolation.level=read_uncommitted\nproducer.enable.idempotence=false',
      ['isolation.level', 'enable.idempotence'],
    ],
    [
      'processing.guarantee=exactly_once_v2\nproducer.transactional.id=a\nproducer.max.in.flight.requests.per.connection=6',
      ['transactional.id', 'max.in.flight.requests.per.connection'],
      { kafkaVersion: '3.9' },
    ],
  ],
  silent: [
    'consumer.enable.auto.commit=false',
    'consumer.group.protocol=classic',
    'group.protocol=streams',
    'consumer.isolation.level=read_uncommitted',
    'processing.guarantee=exactly_once_v2\nproducer.max.in.flight.requests.per.connection=5',
    'processing.guarantee=${G}\nproducer.transactional.id=a',
    'consumer.enable.auto.commit=${C}',
  ],
  says: [
    [
      'consumer.enable.auto.commit=true',
      'Kafka Streams sets enable.auto.commit itself: what is written here is ignored.',
      'warning',
    ],
    [
      'processing.guarantee=exactly_once_v2\nproducer.enable.idempotence=false',
      'With processing.guarantee=exactly_once_v2 Kafka Streams sets enable.idempotence itself: what is written here is ignored.',
      'warning',
    ],
  ],
  fixes: [['consumer.enable.auto.commit=true', ['Delete enable.auto.commit']]],
})
