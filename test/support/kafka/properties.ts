import type { KafkaVersion } from './versions'

/** A node's id and the ports of its listeners. */
export interface NodePorts {
  readonly id: number
  readonly port: number
  readonly proxiedPort: number
  readonly advertisedPort: number
  readonly controllerPort: number
}

/**
 * The text of one node's server.properties: broker and controller in one process, three listeners (CLIENT, PROXIED
 * which advertises another port, CONTROLLER), internal topics small so that a first commit is quick, no wait before a
 * group's first assignment.
 */
export function nodeProperties(
  own: NodePorts,
  all: readonly NodePorts[],
  version: KafkaVersion,
  data: string,
  overrides: Readonly<Record<string, string>>,
): string {
  const replicas = String(all.length)
  const inSync = String(Math.min(2, all.length))
  const properties: Record<string, string> = {
    'process.roles': 'broker,controller',
    'node.id': String(own.id),
    'controller.quorum.voters': all
      .map(({ id, controllerPort }) => `${id}@localhost:${controllerPort}`)
      .join(','),
    listeners: [
      `CLIENT://localhost:${own.port}`,
      `PROXIED://localhost:${own.proxiedPort}`,
      `CONTROLLER://localhost:${own.controllerPort}`,
    ].join(','),
    'advertised.listeners': `CLIENT://localhost:${own.port},PROXIED://localhost:${own.advertisedPort}`,
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENT',
    'log.dirs': data,
    'num.partitions': '1',
    'default.replication.factor': replicas,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': '6',
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': '2',
    'group.initial.rebalance.delay.ms': '0',
    'auto.create.topics.enable': 'false',
    // A killed node is fenced, and may register again, after 4 s (Kafka's own 9 s make such a test slow).
    'broker.session.timeout.ms': '4000',
    'broker.heartbeat.interval.ms': '500',
    // A consumer that a test kills may leave its group soon.
    'group.min.session.timeout.ms': '1000',
    'log.cleaner.dedupe.buffer.size': '4194304',
    // Tests write records of any time; none of them goes by itself five minutes later.
    'log.retention.ms': '-1',
    // A compacted log has its gaps soon (Kafka's own 15 s).
    'log.cleaner.backoff.ms': '500',
  }
  if (version.startsWith('3.')) {
    properties['group.coordinator.rebalance.protocols'] = 'classic,consumer'
  } else {
    properties['share.coordinator.state.topic.replication.factor'] = replicas
    properties['share.coordinator.state.topic.min.isr'] = inSync
    properties['share.coordinator.state.topic.num.partitions'] = '2'
  }
  return Object.entries({ ...properties, ...overrides })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')
}
