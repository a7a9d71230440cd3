import type { KnownKeys } from '../catalogue/known-keys'
import type { Block, Dialect, Role } from '../document'

/** Anchors of Kafka's configuration reference, `<prefix>_<key>`. */
const anchors: Readonly<Record<Role, string | null>> = {
  consumer: 'consumerconfigs',
  producer: 'producerconfigs',
  admin: 'adminclientconfigs',
  client: null,
  streams: 'streamsconfigs',
  connect: 'connectconfigs',
  connector: 'sourceconnectorconfigs',
  broker: 'brokerconfigs',
  topic: 'topicconfigs',
  other: null,
}
const sinkOnly = /^(?:topics|topics\.regex|errors\.deadletterqueue\..*)$/

/** Where the other clients tell of their settings. */
const manuals: Readonly<Record<Exclude<Dialect, 'java'>, string>> = {
  librdkafka: 'https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md',
  kafkajs: 'https://kafka.js.org/docs/configuration',
  'kafka-python': 'https://kafka-python.readthedocs.io/en/master/apidoc/modules.html',
  aiokafka: 'https://aiokafka.readthedocs.io/en/stable/api.html',
  sarama: 'https://pkg.go.dev/github.com/IBM/sarama#Config',
  'franz-go': 'https://pkg.go.dev/github.com/twmb/franz-go/pkg/kgo',
  segmentio: 'https://pkg.go.dev/github.com/segmentio/kafka-go',
}

/** The place that tells of a key in the documentation of the block's client; null = there is none for it. */
export function linkOf({ role, dialect }: Block, key: string, known: KnownKeys): string | null {
  if (dialect !== 'java') return manuals[dialect]
  const owner = ownerOf(role, key, known)
  const anchor = role === 'connector' && sinkOnly.test(key) ? 'sinkconnectorconfigs' : anchors[owner]
  return anchor === null ? null : `https://kafka.apache.org/documentation/#${anchor}_${key}`
}

/** Whose section of the reference has the key: what a Streams application hands on is its clients'. */
function ownerOf(role: Role, key: string, known: KnownKeys): Role {
  if (role !== 'client' && role !== 'streams') return role
  const clients: readonly Role[] = ['consumer', 'producer', 'admin']
  return clients.find((client) => known.kafka.facts(client, key) !== null) ?? role
}
