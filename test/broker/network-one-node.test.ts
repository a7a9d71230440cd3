import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createClusterClient } from '../../src/kafka'
import type { ClusterClient } from '../../src/model/cluster-client'
import { ownedFolder } from '../support/owned'
import { type Broker, startBroker } from '../support/kafka/broker'
import { type Proxy, startProxy, type Verdict } from '../support/kafka/proxy'
import { currentKafka } from '../support/kafka/versions'
import { MemoryLog } from '../support/fakes/log'
import {
  connectClient,
  eventually,
  makeClient,
  never,
  rejectionOf,
  systemClock,
  valueOf,
  words,
} from './client'

const group = { id: 'network-group' }
const rows = [{ topic: 'network', partition: 0, commit: { offset: 1n, leaderEpoch: -1, metadata: '' } }]
const deadlines = { connect: 1_500, request: 1_500 }

describe('a broker that misbehaves', () => {
  let broker: Broker
  let proxy: Proxy
  let client: ClusterClient

  const node = (): Broker['nodes'][number] => {
    const [first] = broker.nodes
    if (!first) throw new Error('there is no node')
    return first
  }

  beforeAll(async () => {
    broker = await startBroker({ version: currentKafka })
    proxy = await startProxy(node())
    client = await connectClient(proxy.bootstrap, { deadlines })
    await eventually(20_000, async () => {
      const stored = await client.commit(group, rows, never()).catch(() => undefined)
      return stored?.get('network', 0)?.kafka === 3 ? true : undefined
    })
  })
  afterEach(() => {
    proxy.judgeRequests(null)
    proxy.judgeResponses(null)
    proxy.resume()
  })
  afterAll(async () => {
    await client.close()
    await proxy.stop()
    await broker.stop()
  })

  it('advertises an address that cannot be reached', async () => {
    await proxy.stop()
    const other = makeClient(`localhost:${node().proxiedPort}`, { deadlines })
    const before = Date.now()
    const error = await rejectionOf(other.connect(never()))
    expect(Date.now() - before).toBeLessThan(1_400)
    expect(error.code).toBe('advertisedUnreachable')
    expect(words(error)).toBe(
      `The cluster answers, but broker 1 advertises localhost:${node().advertisedPort}, which cannot be reached from here (nothing listens there). Check advertised.listeners on the broker, or use a network where this address resolves.`,
    )
    await other.close()
    proxy = await startProxy(node())
  })

  it('does not answer within the deadline, and does so afterwards', async () => {
    proxy.hang()
    const before = Date.now()
    const { groups, failures } = await client.listGroups(never())
    expect(Date.now() - before).toBeLessThan(2_200)
    expect(groups).toEqual([])
    expect(failures).toHaveLength(1)
    expect(failures[0]?.error).toMatchObject({ code: 'timedOut', maybeSent: false })
    expect(failures[0] && words(failures[0].error)).toContain(
      `${proxy.bootstrap} did not answer within 1.5 s.`,
    )
    proxy.resume()
    expect((await client.listGroups(never())).failures).toEqual([])
  })

  it('does not say whether a change was made', async () => {
    proxy.judgeRequests(({ api }) => (api === 'OffsetCommit' ? 'drop' : 'pass'))
    expect(await rejectionOf(client.commit(group, rows, never()))).toMatchObject({
      code: 'timedOut',
      maybeSent: true,
    })
    proxy.judgeRequests(({ api }) => (api === 'OffsetCommit' ? 'cut' : 'pass'))
    expect(await rejectionOf(client.commit(group, rows, never()))).toMatchObject({
      code: 'connectionLost',
      maybeSent: true,
    })
    proxy.judgeRequests(null)
    expect((await client.commit(group, rows, never())).size).toBe(1)
  })

  it('is not reached, so that nothing was sent', async () => {
    await proxy.stop()
    // The first look finds the connection cut; what follows finds nobody there.
    await rejectionOf(client.metadata([], never()))
    const error = await rejectionOf(client.commit(group, rows, never())).finally(async () => {
      proxy = await startProxy(node())
    })
    expect(error).toMatchObject({ code: 'unreachable', maybeSent: false })
    expect(words(error)).toContain('refused the connection')
    expect((await client.commit(group, rows, never())).size).toBe(1)
  })

  it('cuts the connection under a look, which is looked at again', async () => {
    let left = 1
    proxy.judgeRequests(({ api }) => (api === 'OffsetFetch' && left-- > 0 ? 'cut' : 'pass'))
    expect(valueOf((await client.committed([group], never())).get(group.id)).size).toBe(0)
  })

  it('keeps cutting it, which is told', async () => {
    proxy.judgeRequests(({ api }) => (api === 'OffsetFetch' ? 'cut' : 'pass'))
    const outcome = (await client.committed([group], never())).get(group.id)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'connectionLost', maybeSent: false } })
    proxy.judgeRequests(null)
    expect((await client.committed([group], never())).get(group.id)?.ok).toBe(true)
  })

  it('is frozen and thaws', async () => {
    broker.freeze(1)
    try {
      const error = await rejectionOf(client.metadata('all', never()))
      expect(error.code).toBe('timedOut')
    } finally {
      broker.thaw(1)
    }
    expect((await client.metadata('all', never())).brokers).toHaveLength(1)
  })

  it('is gone and comes back', async () => {
    await broker.kill(1)
    const error = await rejectionOf(client.metadata('all', never()))
    expect(['connectionLost', 'timedOut', 'unreachable', 'notKafka']).toContain(error.code)
    await broker.restart(1)
    expect((await client.metadata('all', never())).brokers).toHaveLength(1)
  })

  describe('and a person who cancels', () => {
    it('ends at once, also the commit that may have been stored, and goes on afterwards', async () => {
      proxy.hang()
      for (const [ask, maybeSent] of [
        [(signal: AbortSignal) => client.metadata('all', signal), false],
        [(signal: AbortSignal) => client.listGroups(signal), false],
        [(signal: AbortSignal) => client.committed([group], signal), false],
        [(signal: AbortSignal) => client.commit(group, rows, signal), true],
      ] as const) {
        const cancel = new AbortController()
        const asked = rejectionOf(ask(cancel.signal))
        await new Promise((resolve) => setTimeout(resolve, 100))
        const before = Date.now()
        cancel.abort()
        expect(await asked).toMatchObject({ code: 'cancelled' })
        expect(Date.now() - before).toBeLessThan(50)
        // On a connection that is still to be opened nothing has been sent yet.
        if (!maybeSent) expect((await asked).maybeSent).toBe(false)
      }
      proxy.resume()
      expect((await client.metadata('all', never())).brokers).toHaveLength(1)
    })

    it('says of a commit under way that it may have been stored', async () => {
      await client.committed([group], never())
      const cancel = new AbortController()
      proxy.judgeRequests(({ api }) => {
        if (api === 'OffsetCommit') cancel.abort()
        return 'pass'
      })
      proxy.judgeResponses(({ api }) => (api === 'OffsetCommit' ? 'drop' : 'pass'))
      expect(await rejectionOf(client.commit(group, rows, cancel.signal))).toMatchObject({
        code: 'cancelled',
        maybeSent: true,
      })
    })

    it('before anything was sent sends nothing', async () => {
      proxy.clear()
      const error = await rejectionOf(client.commit(group, rows, AbortSignal.abort()))
      expect(error).toMatchObject({ code: 'cancelled', maybeSent: false })
      expect(proxy.counts()['OffsetCommit'] ?? 0).toBe(0)
    })

    it('does not disturb another call on the same connection', async () => {
      let release = (): void => undefined
      const held = new Promise<void>((resolve) => (release = resolve))
      proxy.judgeResponses(async ({ api }): Promise<Verdict> => {
        if (api === 'ListGroups') await held
        return 'pass'
      })
      await client.committed([group], never())
      const cancel = new AbortController()
      const listing = client.listGroups(cancel.signal).catch((error: unknown) => error)
      const committed = client.committed([group], never())
      await new Promise((resolve) => setTimeout(resolve, 100))
      cancel.abort()
      expect(await listing).toMatchObject({ code: 'cancelled' })
      release()
      expect((await committed).get(group.id)?.ok).toBe(true)
    })

    it('by closing the client ends every call and every connection', async () => {
      const other = await connectClient(proxy.bootstrap, { deadlines })
      proxy.hang()
      const open = [other.metadata('all', never()), other.listGroups(never())].map(rejectionOf)
      await new Promise((resolve) => setTimeout(resolve, 50))
      await other.close()
      for (const error of await Promise.all(open)) expect(error.code).toBe('cancelled')
      expect((await rejectionOf(other.metadata('all', never()))).code).toBe('notConnected')
    })
  })

  it('a connection that was idle for long is not trusted with another request', async () => {
    let slept = 0
    const own = createClusterClient({ bootstrapServers: [proxy.bootstrap], readOnly: false }, deadlines, {
      log: new MemoryLog(),
      clock: { ...systemClock, now: () => Date.now() + slept },
    })
    await own.connect(never())
    await own.metadata('all', never())
    // What a laptop finds when it wakes up: an open socket of which nobody knows whether it leads anywhere.
    slept = 120_000
    proxy.clear()
    await own.metadata('all', never())
    expect(proxy.counts()['ApiVersions']).toBe(1)
    await own.close()
  })
})

describe('a TLS port spoken to in plain text', () => {
  let broker: Broker
  const folder = ownedFolder('keystore')

  beforeAll(async () => {
    const keystore = join(folder.path, 'server.p12')
    await promisify(execFile)('keytool', [
      ...['-genkeypair', '-alias', 'server', '-keyalg', 'RSA', '-dname', 'CN=localhost', '-validity', '2'],
      ...['-storetype', 'PKCS12', '-keystore', keystore, '-storepass', 'changeit'],
    ])
    broker = await startBroker({
      version: currentKafka,
      overrides: {
        'listener.security.protocol.map': 'CLIENT:PLAINTEXT,PROXIED:SSL,CONTROLLER:PLAINTEXT',
        'ssl.keystore.location': keystore,
        'ssl.keystore.password': 'changeit',
        'ssl.key.password': 'changeit',
      },
    })
  })
  afterAll(async () => {
    await broker.stop()
    await folder.remove()
  })

  it('says that the broker expects TLS', async () => {
    const client = makeClient(`localhost:${broker.nodes[0]?.proxiedPort ?? 0}`, { deadlines })
    const before = Date.now()
    const error = await rejectionOf(client.connect(never()))
    expect(Date.now() - before).toBeLessThan(1_400)
    expect(error.code).toBe('notKafka')
    expect(words(error)).toMatch(/TLS/)
    await client.close()
  })
})
