import { createConnection } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { type Proxy, startProxy } from '../support/kafka/proxy'
import { sharedBroker } from '../support/kafka/shared'
import { currentKafka } from '../support/kafka/versions'

let oracle: Oracle
let proxy: Proxy

beforeAll(async () => {
  const broker = await sharedBroker(currentKafka)
  const [node] = broker.nodes
  if (!node) throw new Error('The broker has no node.')
  proxy = await startProxy(node)
  oracle = await startOracle({ bootstrap: proxy.bootstrap, version: currentKafka })
})
afterAll(async () => {
  await oracle.stop()
  await proxy.stop()
})

it('sees every request, because the metadata lead back to the proxy', async () => {
  await oracle.createTopic('proxied', { partitions: 3 })
  proxy.clear()
  await oracle.ends('proxied')
  // Kafka's admin client: starts and ends of all partitions are two requests to the one leader.
  expect(proxy.counts()).toMatchObject({ ListOffsets: 2 })
})

it('tells a client that its response was lost, and lets it try again', async () => {
  let lost = 0
  proxy.judgeResponses(({ api }) => (api === 'OffsetCommit' && lost++ === 0 ? 'cut' : 'pass'))
  proxy.clear()
  await oracle.commit('proxied-group', [{ topic: 'proxied', partition: 0, offset: 5 }])
  proxy.judgeResponses(null)
  expect(proxy.counts()['OffsetCommit']).toBe(2)
  expect(await oracle.committed('proxied-group')).toMatchObject([{ offset: '5' }])
})

it('holds everything while it hangs, and goes on after', async () => {
  proxy.hang()
  proxy.clear()
  const ends = oracle.ends('proxied')
  await expect.poll(() => proxy.requests.length).toBeGreaterThan(0)
  proxy.resume()
  expect(await ends).toHaveLength(3)
})

it('refuses connections once it is stopped', async () => {
  await proxy.stop()
  const port = Number(proxy.bootstrap.split(':')[1])
  const refused = await new Promise((resolve) => {
    createConnection(port, 'localhost').once('error', resolve)
  })
  expect(refused).toMatchObject({ code: 'ECONNREFUSED' })
})
