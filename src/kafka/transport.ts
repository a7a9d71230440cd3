/**
 * The only file that touches kafkajs (2.2.4, pinned: it uses parts that its types do not show). kafkajs opens the
 * connection, speaks TLS and SASL, frames, queues and matches answers to requests. Nothing of its Admin API is used,
 * nor its own metadata and retries: those throw for a whole cluster where one partition has no leader.
 */

import { connect, type Socket } from 'node:net'
import { Kafka, logLevel, PartitionAssigners, type Cluster, type LogEntry } from 'kafkajs'
import type { Log } from '../model/ports'
import { addressText, type Address } from './address'
import { greetingOf, type Greeting } from './first-bytes'
import type { ApiRanges } from './versions'

/** What a connection needs. */
export interface ConnectionOptions {
  readonly log: Log
  /** Called for each request that was answered (kafkajs' REQUEST event), also for ApiVersions. */
  readonly onRequest: (apiName: string) => void
}

/** How far a connection has come. `silent`: connected, not a byte has come yet. */
export type Phase = 'connecting' | 'silent' | 'heard'

/** One request as it goes over a connection. */
export interface Exchange<R> {
  readonly name: string
  readonly key: number
  readonly version: number
  readonly bytes: Uint8Array
  /** Reads the answer; `throttleTimeMs` is obeyed by the requests that follow. */
  decode(bytes: Uint8Array): R & { readonly throttleTimeMs?: number }
}

/** What this file uses of the parts that kafkajs' types do not show. */
interface HookedCluster {
  readonly brokerPool: {
    readonly rootLogger: unknown
    readonly connectionPoolBuilder: { build(at: Address): Promise<ConnectionPool> }
    createBroker(options: { connectionPool: ConnectionPool; logger: unknown }): {
      connect(): Promise<void>
      readonly versions: ApiRanges | null
    }
  }
}

interface ConnectionPool {
  readonly pool: readonly { readonly requestQueue: RequestQueue }[]
  send<T>(protocol: {
    request: {
      apiKey: number
      apiVersion: number
      apiName: string
      encode(): Promise<{ buf: Buffer; buffer: Buffer }>
    }
    response: { decode(raw: Buffer): Promise<T & object>; parse(decoded: T): Promise<T> }
    logResponseError: boolean
  }): Promise<T>
}

interface RequestQueue {
  readonly pending: readonly unknown[]
  scheduleCheckPendingRequests(): void
}

/** The client id that brokers write in their request logs. */
const clientId = 'lagline'

/** Longer than any deadline of ours: the end of a wait is decided by the caller, who then destroys the sockets. */
const kafkajsPatienceMs = 3_600_000

/**
 * One connection to one broker, from its opening to its end; it never comes back. What it says of itself
 * (`phase`, `greeting`, `failure`, `closed`) tells why it failed.
 */
export class Connection {
  phase: Phase = 'connecting'
  /** What the first bytes look like; null before they came. */
  greeting: Greeting | null = null
  /** The socket's own error. */
  failure: Error | null = null
  closed = false
  private readonly address: Address
  private readonly options: ConnectionOptions
  private readonly sockets = new Set<Socket>()
  private pool: ConnectionPool | null = null

  constructor(address: Address, options: ConnectionOptions) {
    this.address = address
    this.options = options
  }

  /** Connects, asks which requests the broker takes, logs in. Rejects when any of it fails; waits without limit. */
  async open(): Promise<ApiRanges> {
    const { brokerPool } = this.hook()
    const pool = await brokerPool.connectionPoolBuilder.build(this.address)
    for (const { requestQueue } of pool.pool) quietWhenIdle(requestQueue)
    const broker = brokerPool.createBroker({ connectionPool: pool, logger: brokerPool.rootLogger })
    await broker.connect()
    if (broker.versions === null)
      throw new Error('connected, but the broker did not say which requests it takes')
    this.pool = pool
    return broker.versions
  }

  /** Sends one request and reads its answer. Rejects when the connection ends first, or with what `decode` throws. */
  async exchange<R>(request: Exchange<R>): Promise<R> {
    if (this.pool === null || this.closed) throw new Error('the connection is closed')
    const bytes = Buffer.from(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength)
    const { answer } = await this.pool.send<{ answer: R; clientSideThrottleTime: number }>({
      request: {
        apiKey: request.key,
        apiVersion: request.version,
        apiName: request.name,
        encode: () => Promise.resolve({ buf: bytes, buffer: bytes }),
      },
      response: {
        decode: (raw) => {
          const answer = request.decode(raw)
          return Promise.resolve({ answer, clientSideThrottleTime: answer.throttleTimeMs ?? 0 })
        },
        parse: (decoded) => Promise.resolve(decoded),
      },
      logResponseError: false,
    })
    return answer
  }

  /** Ends it now: whatever waits on it is rejected. */
  destroy(why: string): void {
    this.closed = true
    // With an error, because kafkajs lets go of what waits only on a socket's `error` or `end`.
    for (const socket of this.sockets) socket.destroy(new Error(why))
    this.sockets.clear()
  }

  /**
   * The cluster object behind a consumer that never runs: the public option `partitionAssigners` is handed it while
   * the consumer is made, before anything connects.
   */
  private hook(): HookedCluster {
    const { log, onRequest } = this.options
    const kafka = new Kafka({
      clientId,
      brokers: [addressText(this.address)],
      connectionTimeout: kafkajsPatienceMs,
      authenticationTimeout: kafkajsPatienceMs,
      // Our calls have deadlines of their own; this one would wake the process ten times a second per connection.
      enforceRequestTimeout: false,
      retry: { retries: 0 },
      socketFactory: ({ onConnect }) => this.socket(onConnect),
      logLevel: logLevel.WARN,
      logCreator: () => (entry) => relay(entry, log),
    })
    let hooked: Cluster | undefined
    const consumer = kafka.consumer({
      groupId: '-',
      allowAutoTopicCreation: false,
      readUncommitted: true,
      partitionAssigners: [
        (config) => {
          hooked = config.cluster
          return PartitionAssigners.roundRobin(config)
        },
      ],
    })
    if (!isHookedCluster(hooked)) throw new Error('kafkajs did not hand out its cluster; is it 2.2.4?')
    consumer.on(consumer.events.REQUEST, ({ payload }) => onRequest(payload.apiName))
    return hooked
  }

  private socket(onConnect: () => void): Socket {
    // kafkajs re-connects by itself, with the login but without asking for versions; a closed connection stays closed.
    if (this.closed) throw new Error('the connection is closed')
    const { host, port } = this.address
    const socket = connect(
      { host, port, keepAlive: true, keepAliveInitialDelay: 30_000, noDelay: true },
      onConnect,
    )
    this.sockets.add(socket)
    socket.once('connect', () => {
      this.phase = 'silent'
    })
    let first: Buffer = Buffer.alloc(0)
    const judge = (chunk: Buffer): void => {
      this.phase = 'heard'
      first = Buffer.concat([first, chunk.subarray(0, 16)])
      this.greeting = greetingOf(first)
      if (this.greeting === null) return
      socket.off('data', judge)
      if (this.greeting !== 'kafka') this.destroy('what answers is not a Kafka broker')
    }
    // Of the second socket, for records, nothing is to be found out any more, and its first answer may be large.
    if (this.greeting === null) socket.on('data', judge)
    socket.once('error', (error) => {
      this.failure ??= error
    })
    const end = (): void => {
      this.closed = true
      this.sockets.delete(socket)
    }
    socket.once('end', end)
    socket.once('close', end)
    return socket
  }
}

function isHookedCluster(cluster: unknown): cluster is HookedCluster {
  if (typeof cluster !== 'object' || cluster === null || !('brokerPool' in cluster)) return false
  const { brokerPool } = cluster
  return (
    typeof brokerPool === 'object' &&
    brokerPool !== null &&
    'createBroker' in brokerPool &&
    'connectionPoolBuilder' in brokerPool
  )
}

/**
 * kafkajs looks for throttled requests with a timer that starts itself anew for ever, about a thousand times a second
 * per connection once one request has been answered. There is something to look for only while a request waits.
 */
function quietWhenIdle(queue: RequestQueue): void {
  const schedule = queue.scheduleCheckPendingRequests.bind(queue)
  queue.scheduleCheckPendingRequests = () => {
    if (queue.pending.length > 0) schedule()
  }
}

/** kafkajs both logs and throws; what it throws is told elsewhere, so its log is for the curious. */
function relay({ namespace, level, log: { message } }: LogEntry, log: Log): void {
  const line = `kafkajs ${namespace}: ${message}`
  if (level === logLevel.WARN) log.warn(line)
  else log.debug(line)
}
