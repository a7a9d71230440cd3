import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Say } from '../cache'
import { ownedFolder, type OwnedProcess, spawnOwned } from '../owned'
import { freePort } from '../ports'
import { jvmOptions, kafkaClassPath } from './jars'
import { nodeProperties, type NodePorts } from './properties'
import type { KafkaVersion } from './versions'

/** What to start. */
export interface BrokerOptions {
  readonly version: KafkaVersion
  /** 1 (the default) or 3 nodes, each broker and controller; with 3, a topic can lose its leader. */
  readonly nodes?: 1 | 3
  /** Lines for server.properties of every node, over our own. */
  readonly overrides?: Readonly<Record<string, string>>
  readonly say?: Say
}

/** One node of a running {@link Broker}. */
export interface BrokerNode {
  /** Kafka's node id, from 1. */
  readonly id: number
  /** Port of the listener that advertises itself. */
  readonly port: number
  /** Port of a second listener, which advertises {@link advertisedPort}: what connects here is sent there. */
  readonly proxiedPort: number
  /** Where a proxy is to listen; as long as none does, this is an advertised address that cannot be reached. */
  readonly advertisedPort: number
}

/** A running cluster of our own. */
export interface Broker {
  readonly version: KafkaVersion
  /** The cluster's id, as Kafka's own tools show it. */
  readonly clusterId: string
  /** `localhost:port` of every node, comma between. */
  readonly bootstrap: string
  /** The first node's port. */
  readonly port: number
  readonly nodes: readonly BrokerNode[]
  /** What a node has written to its log so far. */
  log(nodeId: number): string
  /** Ends a node at once, as a crash would; its data stay. */
  kill(nodeId: number): Promise<void>
  /** Starts a node again on its own ports and data, and waits until it is up. */
  restart(nodeId: number): Promise<void>
  /** Stops a node's process (SIGSTOP): it holds its connections and answers nothing. */
  freeze(nodeId: number): void
  /** Lets a frozen node go on. */
  thaw(nodeId: number): void
  /** Ends every node and removes the data. */
  stop(): Promise<void>
}

/** Time for a node to come up, in ms; about 4 s on a quiet machine. */
const startDeadlineMs = 90_000

/** As Kafka's own StorageTool makes them: never with a leading dash, which its command line takes for an option. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url')
  return id.startsWith('-') ? newClusterId() : id
}

/**
 * Starts a real Apache Kafka on free ports with temporary data.
 * @throws with the end of the node's log when it does not come up
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { version, overrides = {} } = options
  const classPath = await kafkaClassPath(version, options.say)
  const folder = ownedFolder('kafka')
  const clusterId = newClusterId()
  const ports: NodePorts[] = []
  for (let id = 1; id <= (options.nodes ?? 1); id++)
    ports.push({
      id,
      port: await freePort(),
      proxiedPort: await freePort(),
      advertisedPort: await freePort(),
      controllerPort: await freePort(),
    })
  const nodes = new Map<number, Node>()
  for (const own of ports) {
    const home = join(folder.path, `node-${own.id}`)
    await mkdir(home)
    const properties = nodeProperties(own, ports, version, join(home, 'data'), overrides)
    await writeFile(join(home, 'server.properties'), properties)
    nodes.set(own.id, new Node(own.id, home, clusterId, classPath))
  }
  const node = (id: number): Node => {
    const found = nodes.get(id)
    if (!found) throw new Error(`There is no node ${id}.`)
    return found
  }
  const stop = async (): Promise<void> => {
    await Promise.all([...nodes.values()].map((each) => each.kill()))
    await folder.remove()
  }
  try {
    await Promise.all([...nodes.values()].map((each) => each.start()))
  } catch (error) {
    await stop()
    throw error
  }
  const [first] = ports
  if (!first) throw new Error('A broker needs a node.')
  return {
    version,
    clusterId,
    bootstrap: ports.map(({ port }) => `localhost:${port}`).join(','),
    port: first.port,
    nodes: ports,
    log: (id) => node(id).log(),
    kill: (id) => node(id).kill(),
    restart: (id) => node(id).start(),
    freeze: (id) => {
      node(id).signal('SIGSTOP')
    },
    thaw: (id) => {
      node(id).signal('SIGCONT')
    },
    stop,
  }
}

/** One node's process and folder. */
class Node {
  private readonly id: number
  private readonly home: string
  private readonly clusterId: string
  private readonly classPath: string
  private process: OwnedProcess | null = null

  constructor(id: number, home: string, clusterId: string, classPath: string) {
    this.id = id
    this.home = home
    this.clusterId = clusterId
    this.classPath = classPath
  }

  log(): string {
    const file = join(this.home, 'log')
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  signal(signal: NodeJS.Signals): void {
    this.process?.child.kill(signal)
  }

  async start(): Promise<void> {
    if (this.process) throw new Error(`Node ${this.id} is running already.`)
    const before = this.log().length
    const java = ['-cp', this.classPath, ...jvmOptions(512, 'info'), 'BrokerNode']
    const started = spawnOwned('java', [...java, this.clusterId, join(this.home, 'server.properties')], {
      cwd: this.home,
      log: join(this.home, 'log'),
    })
    this.process = started
    const deadline = Date.now() + startDeadlineMs
    while (!/Kafka Server started/.test(this.log().slice(before))) {
      if (started.hasEnded() || Date.now() > deadline) {
        const why = started.hasEnded()
          ? 'ended while starting'
          : `was not up after ${startDeadlineMs / 1000} s`
        const tail = this.log().trimEnd().split('\n').slice(-30).join('\n')
        await this.kill()
        throw new Error(`Kafka node ${this.id} ${why}. The end of its log:\n${tail}`)
      }
      await sleep(50)
    }
  }

  async kill(): Promise<void> {
    await this.process?.kill()
    this.process = null
  }
}
