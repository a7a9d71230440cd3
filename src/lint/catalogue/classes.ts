/** Classes of Kafka's own jars (clients, Streams, Connect; 2.0 to 4.3) that a client's settings may name. */

const serialized =
  'Boolean ByteArray ByteBuffer Bytes Double Float Integer List Long Short String UUID Void Extended'
const kstream = 'SessionWindowed TimeWindowed internals.Changed internals.WrappingNullable'
const stateful =
  'AggregationWithHeaders Headers LeftOrRightValue TimestampedKeyAndJoinSide ValueAndTimestamp ValueTimestampHeaders'

const serializerNames = [
  ...serialized.split(' ').map((name) => `common.serialization.${name}`),
  ...kstream.split(' ').map((name) => `streams.kstream.${name}`),
  ...stateful.split(' ').map((name) => `streams.state.internals.${name}`),
  'connect.json.Json',
]
const foreignKeyJoins = ['SubscriptionResponseWrapper', 'SubscriptionWrapper'].flatMap((name) =>
  ['Serializer', 'Deserializer'].map(
    (kind) => `streams.kstream.internals.foreignkeyjoin.${name}Serde$${name}${kind}`,
  ),
)
const others = [
  'common.serialization.ExtendedSerializer$Wrapper',
  'common.serialization.ExtendedDeserializer$Wrapper',
  'streams.kstream.internals.WindowedSerializer',
  'clients.consumer.RangeAssignor',
  'clients.consumer.RoundRobinAssignor',
  'clients.consumer.StickyAssignor',
  'clients.consumer.CooperativeStickyAssignor',
  'streams.processor.internals.StreamsPartitionAssignor',
  'streams.processor.internals.StreamPartitionAssignor',
  'clients.producer.RoundRobinPartitioner',
  'clients.producer.UniformStickyPartitioner',
  'clients.producer.internals.DefaultPartitioner',
]

export const KAFKA_PACKAGE = 'org.apache.kafka.'

/** Full names, those of releases long gone too. */
export const kafkaClasses: ReadonlySet<string> = new Set(
  [
    ...serializerNames.flatMap((name) => [`${name}Serializer`, `${name}Deserializer`]),
    ...foreignKeyJoins,
    ...others,
  ].map((name) => KAFKA_PACKAGE + name),
)
