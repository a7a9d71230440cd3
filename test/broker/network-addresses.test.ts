import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { LaglineError } from '../../src/model/errors'
import { sharedBroker } from '../support/kafka/shared'
import { currentKafka } from '../support/kafka/versions'
import { freePort } from '../support/ports'
import { makeClient, never, rejectionOf, words } from './client'

const deadlines = { connect: 1_500, request: 1_500 }
const toEnd: (() => unknown)[] = []

afterEach(async () => {
  for (const end of toEnd.splice(0)) await end()
})

/** What connecting fails with, and how long that took, ms. */
async function failureAt(
  ...bootstrapServers: string[]
): Promise<{ error: LaglineError; ms: number; text: string }> {
  const client = makeClient('', { bootstrapServers, deadlines })
  const before = Date.now()
  const error = await rejectionOf(client.connect(never()))
  const ms = Date.now() - before
  await client.close()
  return { error, ms, text: words(error) }
}

/** Listens on a free port; every connection is ended with the test. */
async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  toEnd.push(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('an address that is no broker', () => {
  it('an unreachable host: no answer to the attempt to connect', async () => {
    // A stopped process whose queue of waiting connections is full: the system drops further attempts in silence.
    const child = spawn(process.execPath, [
      '-e',
      "require('net').createServer().listen(0, '127.0.0.1', 1, function () { console.log(this.address().port) })",
    ])
    toEnd.push(() => child.kill('SIGKILL'))
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    const port = Number(said.toString())
    child.kill('SIGSTOP')
    for (let i = 0; i < 4; i++) {
      const filler = connect(port, '127.0.0.1').on('error', () => undefined)
      toEnd.push(() => filler.destroy())
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    const { error, ms, text } = await failureAt(`127.0.0.1:${port}`)
    expect(error.code).toBe('unreachable')
    expect(text).toContain(`127.0.0.1:${port} does not react: no connection within 1.5 s.`)
    expect(ms).toBeLessThan(2_500)
  })

  it('nothing listens', async () => {
    const port = await freePort()
    const { error, ms, text } = await failureAt(`localhost:${port}`)
    expect(error.code).toBe('unreachable')
    expect(text).toBe(
      `localhost:${port} refused the connection: nothing listens there. Check the host and the port, and that the broker runs.`,
    )
    expect(ms).toBeLessThan(1_000)
  })

  it('an HTTP server answers', async () => {
    const address = await listening(createHttpServer((_request, response) => response.end('hello')))
    const { error, ms, text } = await failureAt(address)
    expect(error.code).toBe('notKafka')
    expect(text).toContain(`${address} answers as an HTTP server, not as a Kafka broker.`)
    expect(ms).toBeLessThan(1_000)
  })

  it('something else answers', async () => {
    const address = await listening(createServer((socket) => socket.write('SSH-2.0-OpenSSH_9.2\r\n')))
    const { error, ms, text } = await failureAt(address)
    expect(error.code).toBe('notKafka')
    expect(text).toContain(`${address} answers, but not as a Kafka broker does.`)
    expect(ms).toBeLessThan(1_000)
  })

  it('a port that accepts and stays silent', async () => {
    const address = await listening(createServer())
    const { error, ms, text } = await failureAt(address)
    expect(error.code).toBe('silent')
    expect(text).toContain(`${address} accepts connections but does not answer.`)
    expect(ms).toBeGreaterThan(1_400)
    expect(ms).toBeLessThan(2_500)
  })

  it('a port that accepts and closes', async () => {
    const address = await listening(createServer((socket) => socket.end()))
    const { error, ms, text } = await failureAt(address)
    expect(error.code).toBe('notKafka')
    expect(text).toContain(`${address} closed the connection without an answer.`)
    expect(ms).toBeLessThan(1_000)
  })

  it('an answer that has the length of one and makes no sense', async () => {
    const nonsense = createServer((socket) => {
      socket.once('data', () => socket.write(Buffer.from([0, 0, 0, 8, 0, 0, 0, 0, 1, 2, 3, 4])))
    })
    const { error, ms } = await failureAt(await listening(nonsense))
    expect(error.code).toBe('notKafka')
    expect(ms).toBeLessThan(1_000)
  })

  it('a name that does not resolve', async () => {
    const { error, text } = await failureAt('no-such-host.invalid:9092')
    expect(error.code).toBe('unreachable')
    expect(text).toContain('The name no-such-host.invalid does not resolve. Check the spelling')
  })

  it.each(['localhost', 'localhost:', 'localhost:0', 'localhost:70000', 'localhost:kafka'])(
    'a missing or invalid port: %s',
    async (address) => {
      const { error, ms, text } = await failureAt(address)
      expect(error.code).toBe('badAddress')
      expect(text).toContain(`“${address}” names no valid port.`)
      expect(ms).toBeLessThan(200)
    },
  )

  it.each([
    '',
    ' ',
    ':9092',
    'http://localhost:9092',
    'a b:9092',
    'localhost:9092,localhost:9093',
    '[::1:9092',
  ])('an address that is none: “%s”', async (address) => {
    const { error, text } = await failureAt(address)
    expect(error.code).toBe('badAddress')
    expect(text).toContain('Write it as host:port, for example localhost:9092.')
  })

  it('no bootstrap server at all', async () => {
    const { error, text } = await failureAt()
    expect(error.code).toBe('badAddress')
    expect(text).toContain('No bootstrap server is given.')
  })
})

describe('several bootstrap servers', () => {
  it('one that works is enough, without waiting for those that do not', async () => {
    const broker = await sharedBroker(currentKafka)
    const silent = await listening(createServer())
    const client = makeClient('', {
      bootstrapServers: [silent, `localhost:${await freePort()}`, broker.bootstrap],
    })
    const before = Date.now()
    try {
      expect(await client.connect(never())).toMatchObject({ clusterId: broker.clusterId })
      expect(Date.now() - before).toBeLessThan(1_000)
    } finally {
      await client.close()
    }
  })

  it('none works: the first is named', async () => {
    const port = await freePort()
    const { text } = await failureAt(`localhost:${port}`, `localhost:${await freePort()}`)
    expect(text).toContain(`localhost:${port} refused the connection`)
  })

  it('a call before connecting says so', async () => {
    const client = makeClient('localhost:9092')
    const error = await rejectionOf(client.listGroups(never()))
    expect(error.code).toBe('notConnected')
    expect(words(error)).toBe('Not connected to localhost:9092. Connect first.')
  })
})
