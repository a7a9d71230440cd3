/**
 * librdkafka's own names of settings that Kafka's clients have too (`CONFIGURATION.md`). Most are its aliases; the last
 * three mean the same in the same units and have no alias.
 */
const kafkaNames: Readonly<Record<string, string>> = {
  'metadata.broker.list': 'bootstrap.servers',
  'max.in.flight': 'max.in.flight.requests.per.connection',
  'sasl.mechanisms': 'sasl.mechanism',
  'fetch.message.max.bytes': 'max.partition.fetch.bytes',
  'queue.buffering.max.ms': 'linger.ms',
  'message.send.max.retries': 'retries',
  'message.timeout.ms': 'delivery.timeout.ms',
  'compression.codec': 'compression.type',
  'request.required.acks': 'acks',
  'fetch.wait.max.ms': 'fetch.max.wait.ms',
  'socket.send.buffer.bytes': 'send.buffer.bytes',
  'socket.receive.buffer.bytes': 'receive.buffer.bytes',
}
/** Kafka's names that librdkafka does not take. */
const nativeNames: Readonly<Record<string, string>> = {
  'fetch.max.wait.ms': 'fetch.wait.max.ms',
  'send.buffer.bytes': 'socket.send.buffer.bytes',
  'receive.buffer.bytes': 'socket.receive.buffer.bytes',
}

/** What Kafka's own clients call a setting of librdkafka's; the name itself where they have no other. */
export function kafkaNameOf(name: string): string {
  return Object.hasOwn(kafkaNames, name) ? (kafkaNames[name] ?? name) : name
}

/** A name of Kafka's as librdkafka takes it. */
export function nativeNameOf(key: string): string {
  return Object.hasOwn(nativeNames, key) ? (nativeNames[key] ?? key) : key
}
