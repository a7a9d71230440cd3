/** Beginnings of the options that Strimzi's operator drops from a `config`, and the names among them that it takes. */
interface Forbidden {
  readonly prefixes: readonly string[]
  readonly except: ReadonlySet<string>
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

function forbidden(prefixes: string, except: string): Forbidden {
  return { prefixes: words(prefixes), except: new Set(words(except)) }
}

const tls = 'ssl.endpoint.identification.algorithm ssl.cipher.suites ssl.protocol ssl.enabled.protocols'

/** `FORBIDDEN_PREFIXES` and `FORBIDDEN_PREFIX_EXCEPTIONS` of Strimzi's `KafkaClusterSpec`. */
const broker = forbidden(
  `listeners advertised. broker. listener. host.name port inter.broker.listener.name sasl. ssl. security. password.
  log.dir zookeeper.connect zookeeper.set.acl zookeeper.ssl zookeeper.clientcnxnsocket authorizer. super.user
  cruise.control.metrics.topic cruise.control.metrics.reporter.bootstrap.servers node.id process.roles controller.
  metadata.log.dir zookeeper.metadata.migration.enable`,
  `zookeeper.connection.timeout.ms sasl.server.max.receive.size ssl.cipher.suites ssl.protocol ssl.enabled.protocols
  ssl.secure.random.implementation cruise.control.metrics.topic.num.partitions
  cruise.control.metrics.topic.replication.factor cruise.control.metrics.topic.retention.ms
  cruise.control.metrics.topic.auto.create.retries cruise.control.metrics.topic.auto.create.timeout.ms
  cruise.control.metrics.topic.min.insync.replicas controller.quorum.election.backoff.max.ms
  controller.quorum.election.timeout.ms controller.quorum.fetch.timeout.ms`,
)
/** `KafkaConnectSpec`, `KafkaMirrorMaker2ClusterSpec` */
const worker = forbidden(
  `ssl. sasl. security. listeners plugin.path rest. bootstrap.servers consumer.interceptor.classes
  producer.interceptor.classes`,
  tls,
)
/** `AbstractConnectorSpec` */
const connector = forbidden('connector.class tasks.max', '')
/** `KafkaBridgeConsumerSpec`, `KafkaBridgeProducerSpec` */
const bridgeConsumer = forbidden('ssl. bootstrap.servers group.id sasl. security.', tls)
const bridgeProducer = forbidden('ssl. bootstrap.servers sasl. security.', tls)
/** `KafkaMirrorMakerConsumerSpec`, `KafkaMirrorMakerProducerSpec` */
const mirrorConsumer = forbidden('ssl. bootstrap.servers group.id sasl. security. interceptor.classes', tls)
const mirrorProducer = forbidden('ssl. bootstrap.servers sasl. security. interceptor.classes', tls)

const lists: Readonly<Record<string, Readonly<Record<string, Forbidden>>>> = {
  Kafka: { broker },
  KafkaConnect: { connect: worker },
  KafkaConnector: { connector },
  KafkaMirrorMaker2: { connect: worker, client: worker, connector },
  KafkaMirrorMaker: { consumer: mirrorConsumer, producer: mirrorProducer },
  KafkaBridge: { consumer: bridgeConsumer, producer: bridgeProducer },
}

/** Which options of a kind of resource the operator drops (`AbstractConfiguration.filterForbidden`); null = none. */
export function droppedBy(kind: string, role: string): ((key: string) => boolean) | null {
  const kinds = Object.hasOwn(lists, kind) ? lists[kind] : undefined
  const list = kinds?.[role]
  if (list === undefined) return null
  return (key) =>
    !list.except.has(key) && list.prefixes.some((prefix) => key.toLowerCase().startsWith(prefix))
}
