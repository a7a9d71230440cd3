import { cases } from '../../cases'

const serialization = 'org.apache.kafka.common.serialization'

cases('serializer-deserializer-mixup', {
  file: 'consumer.properties',
  fires: [
    [`key.deserializer=${serialization}.StringSerializer`, 'key.deserializer'],
    ['value.deserializer=io.confluent.kafka.serializers.KafkaAvroSerializer', 'value.deserializer'],
    ['value.deserializer=com.example.ORDERSERIALIZER', 'value.deserializer'],
    [`value.serializer=${serialization}.StringDeserializer`, 'value.serializer'],
  ],
  silent: [
    `key.deserializer=${serialization}.StringDeserializer`,
    `key.serializer=${serialization}.StringSerializer`,
    'key.deserializer=com.example.OrderSerde',
    'key.deserializer=${DESERIALIZER}',
  ],
  says: [
    [
      `key.deserializer=${serialization}.LongSerializer`,
      `key.deserializer is ${serialization}.LongSerializer, which works the other way round: the client refuses to start.`,
      'error',
    ],
  ],
  fixes: [
    [
      `key.deserializer=${serialization}.LongSerializer`,
      [`Set key.deserializer to ${serialization}.LongDeserializer`],
    ],
    ['value.deserializer=io.confluent.kafka.serializers.KafkaAvroSerializer', []],
  ],
})
