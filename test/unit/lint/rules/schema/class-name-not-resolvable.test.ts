import { cases } from '../../cases'

const kafka = 'org.apache.kafka'

cases('class-name-not-resolvable', {
  file: 'consumer.properties',
  fires: [
    [`value.deserializer=${kafka}.common.deserialization.StringDeSerializer`, 'value.deserializer'],
    ['key.deserializer=StringDeserializer', 'key.deserializer'],
    ['partition.assignment.strategy=range', 'partition.assignment.strategy'],
    [
      `partition.assignment.strategy=${kafka}.clients.consumer.RangeAssignor, sticky`,
      'partition.assignment.strategy',
    ],
    [`interceptor.classes=${kafka}.clients.consumer.internals.ConsumerInterceptors`, 'interceptor.classes'],
  ],
  silent: [
    `value.deserializer=${kafka}.common.serialization.StringDeserializer`,
    `value.deserializer=${kafka}.common.serialization.ExtendedDeserializer$Wrapper`,
    'value.deserializer=io.confluent.kafka.serializers.KafkaAvroDeserializer',
    `partition.assignment.strategy=${kafka}.clients.consumer.RangeAssignor,${kafka}.clients.consumer.CooperativeStickyAssignor`,
    'partition.assignment.strategy=${ASSIGNOR}',
    'interceptor.classes=',
    'sasl.mechanisms=PLAIN\npartition.assignment.strategy=range,roundrobin',
  ],
  says: [
    [
      `value.deserializer=${kafka}.common.serialization.StringDeSerializer`,
      'value.deserializer names org.apache.kafka.common.serialization.StringDeSerializer, but Kafka has no such class for it: the client refuses to start.',
      'error',
    ],
    [
      'partition.assignment.strategy=range',
      'partition.assignment.strategy names range, but the Java client wants the full name of a class: it refuses to start.',
      'error',
    ],
  ],
  fixes: [
    [
      'partition.assignment.strategy=range',
      [`Set partition.assignment.strategy to ${kafka}.clients.consumer.RangeAssignor`],
    ],
    [
      `value.deserializer=${kafka}.common.serialisation.StringDeserializer`,
      [`Set value.deserializer to ${kafka}.common.serialization.StringDeserializer`],
    ],
    ['key.deserializer=OrdersDeserializer', []],
  ],
})
