import { createHook } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { Connection } from '../../../src/kafka/transport'
import { bytes } from './bytes'

const { version } = createRequire(import.meta.url)('kafkajs/package.json') as { version: string }
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** How many timers are started within `ms`. */
async function timersStartedWithin(ms: number): Promise<number> {
  let started = 0
  const hook = createHook({ init: (_id, type) => (started += type === 'Timeout' ? 1 : 0) }).enable()
  await new Promise((resolve) => setTimeout(resolve, ms))
  hook.disable()
  return started
}

describe('the way through kafkajs', () => {
  it('is built for exactly this release', () => {
    expect(version).toBe('2.2.4')
  })

  it('hands out the cluster, speaks to a socket of ours, and keeps no timer going', async () => {
    const heard: Buffer[] = []
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => undefined)
      socket.on('data', (frame) => {
        heard.push(frame)
        const correlation = frame.subarray(8, 12)
        // The first asks which requests are taken (ApiVersions 2): ListGroups, 0 to 5. The second is ours.
        const body = heard.length === 1 ? bytes('0000 00000001 0010 0000 0005 00000000') : bytes('aabbcc')
        const length = Buffer.alloc(4)
        length.writeInt32BE(4 + body.length)
        socket.write(Buffer.concat([length, correlation, body]))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const counted: string[] = []
    const connection = new Connection(
      { host: '127.0.0.1', port },
      { log, onRequest: (name) => counted.push(name) },
    )
    try {
      expect(await connection.open()).toEqual({ 16: { minVersion: 0, maxVersion: 5 } })
      const answer = await connection.exchange({
        name: 'Ours',
        key: 16,
        version: 5,
        bytes: bytes('01 02 03'),
        decode: (raw) => ({ raw: Buffer.from(raw).toString('hex') }),
      })
      expect(answer).toEqual({ raw: 'aabbcc' })
      // Length, key, version, correlation id, client id, and then our bytes as they are.
      expect(heard[1]?.toString('hex')).toBe(
        Buffer.from(bytes('00000014 0010 0005 00000001 0007 "lagline" 010203')).toString('hex'),
      )
      expect(counted).toEqual(['ApiVersions', 'Ours'])
      // Left alone, kafkajs would look for throttled requests for ever, a thousand times a second.
      expect(await timersStartedWithin(200)).toBeLessThan(20)
      const waiting = connection.exchange({
        name: 'Ours',
        key: 16,
        version: 5,
        bytes: bytes('00'),
        decode: () => ({}),
      })
      connection.destroy('the test is over')
      await waiting.catch(() => undefined)
      expect(connection.closed).toBe(true)
      await expect(
        connection.exchange({ name: 'Ours', key: 16, version: 5, bytes: bytes('00'), decode: () => ({}) }),
      ).rejects.toThrow('the connection is closed')
    } finally {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    }
  })
})
