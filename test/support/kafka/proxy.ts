import { connect, createServer, type Socket } from 'node:net'
import type { BrokerNode } from './broker'
import { Frames, readRequest, type SeenRequest } from './frames'

/** What is done with a request or with its response. */
export type Verdict = 'pass' | 'drop' | 'cut'

/** Decides on each request or response that goes through; may wait, which holds back that connection's direction. */
export type Judge = (request: SeenRequest) => Verdict | Promise<Verdict>

/** A TCP proxy in front of one broker node that sees, counts and disturbs Kafka's requests. */
export interface Proxy {
  /** `localhost:port` of the proxy; metadata read through it leads back to it. */
  readonly bootstrap: string
  /** Every request seen since the start or the last {@link clear}, oldest first. */
  readonly requests: readonly SeenRequest[]
  /** How many requests of each API since the start or the last {@link clear}. */
  counts(): Record<string, number>
  clear(): void
  /** Connections that are open now. */
  connections(): number
  /** Asks before each request goes on to the broker; `null` lets all pass again. */
  judgeRequests(judge: Judge | null): void
  /** Asks before each response goes back to the client; `null` lets all pass again. */
  judgeResponses(judge: Judge | null): void
  /** Accepts and takes everything, answers nothing, until {@link resume}; then what was held goes on its way. */
  hang(): void
  resume(): void
  /** Destroys every open connection; new ones are accepted. */
  cut(): void
  /** Destroys every connection and stops listening: connections are refused. */
  stop(): Promise<void>
}

/**
 * Puts a proxy where a node's second listener says that it is reached.
 * @throws when its port is taken
 */
export async function startProxy(node: Pick<BrokerNode, 'proxiedPort' | 'advertisedPort'>): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const requests: SeenRequest[] = []
  let judgeRequest: Judge | null = null
  let judgeResponse: Judge | null = null
  let hanging: Promise<void> | null = null
  let release: (() => void) | null = null

  const serve = (client: Socket): void => {
    const broker = connect(node.proxiedPort, 'localhost')
    const pending = new Map<number, SeenRequest>()
    const close = (): void => {
      for (const socket of [client, broker]) {
        socket.destroy()
        sockets.delete(socket)
      }
    }
    for (const socket of [client, broker]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', close)
      socket.on('close', close)
    }
    const toBroker = async (frame: Buffer): Promise<void> => {
      const request = readRequest(frame)
      requests.push(request)
      pending.set(request.correlationId, request)
      await hanging
      const verdict = judgeRequest ? await judgeRequest(request) : 'pass'
      if (verdict === 'cut') close()
      else if (verdict === 'pass') broker.write(frame)
    }
    const toClient = async (frame: Buffer): Promise<void> => {
      const id = frame.readInt32BE(4)
      const request = pending.get(id)
      pending.delete(id)
      await hanging
      const verdict = judgeResponse && request ? await judgeResponse(request) : 'pass'
      if (verdict === 'cut') close()
      else if (verdict === 'pass') client.write(frame)
    }
    forward(client, toBroker, close)
    forward(broker, toClient, close)
  }

  const server = createServer(serve)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(node.advertisedPort, 'localhost', resolve)
  })
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const resume = (): void => {
    release?.()
    release = null
    hanging = null
  }
  return {
    bootstrap: `localhost:${node.advertisedPort}`,
    requests,
    counts: () => {
      const counts: Record<string, number> = {}
      for (const { api } of requests) counts[api] = (counts[api] ?? 0) + 1
      return counts
    },
    clear: () => {
      requests.length = 0
    },
    connections: () => sockets.size / 2,
    judgeRequests: (judge) => {
      judgeRequest = judge
    },
    judgeResponses: (judge) => {
      judgeResponse = judge
    },
    hang: () => {
      hanging ??= new Promise((resolve) => {
        release = resolve
      })
    },
    resume,
    cut,
    stop: async () => {
      cut()
      resume()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    },
  }
}

/** Gives a socket's frames one after another, in their order, to something that may wait. */
function forward(from: Socket, each: (frame: Buffer) => Promise<void>, fail: () => void): void {
  const frames = new Frames()
  let last = Promise.resolve()
  from.on('data', (bytes: Buffer) => {
    for (const frame of frames.push(bytes)) last = last.then(() => each(frame)).catch(fail)
  })
}
