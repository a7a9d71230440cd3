import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Oracle, startOracle } from '../support/kafka/oracle'
import { sharedBroker } from '../support/kafka/shared'
import { currentKafka, kafkaVersions } from '../support/kafka/versions'

describe.each(kafkaVersions)('the test support on Kafka %s', (version) => {
  let oracle: Oracle

  beforeAll(async () => {
    oracle = await startOracle(await sharedBroker(version))
    await oracle.createTopic('support', { partitions: 2 })
  })
  afterAll(() => oracle.stop())

  it('counts an aborted transaction and its marker in the high watermark', async () => {
    await oracle.produce('support', 0, 10, { timestamp: 1_000, stepMs: 10 })
    await oracle.produce('support', 1, 4, { transaction: 'abort' })
    expect(await oracle.ends('support')).toEqual([
      { partition: 0, start: '0', end: '10' },
      { partition: 1, start: '0', end: '5' },
    ])
  })

  it('runs Kafka’s own command, and tells its exit status instead of ending with it', async () => {
    await oracle.commit('support-quiet', [
      { topic: 'support', partition: 0, offset: 7n, metadata: 'by hand' },
    ])
    const described = await oracle.tool('consumer-groups', ['--describe', '--group', 'support-quiet'])
    expect(described).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/support\s+0\s+7\s+10\s+3/) as string,
    })
    expect(await oracle.committed('support-quiet')).toMatchObject([
      { partition: 0, offset: '7', metadata: 'by hand' },
    ])
    expect(await oracle.tool('consumer-groups', ['--no-such-option'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no-such-option') as string,
    })
  })

  it.each(['classic', 'consumer'] as const)('runs a live member of a %s group', async (protocol) => {
    const group = `support-live-${protocol}`
    const member = await oracle.consumer({ group, topics: ['support'], protocol })
    expect((await member.progress()).assignment).toHaveLength(2)
    const state = await oracle.tool('consumer-groups', ['--describe', '--state', '--group', group])
    expect(state.stdout).toMatch(/Stable\s+1/)
    await member.stop()
    const left = await oracle.tool('consumer-groups', ['--describe', '--state', '--group', group])
    expect(left.stdout).toMatch(/Empty\s+0/)
  })
})

it.each(['share', 'streams'] as const)('runs a live member of a %s group on Kafka 4', async (protocol) => {
  const oracle = await startOracle(await sharedBroker(currentKafka))
  try {
    const [topic, group] = [`support-${protocol}`, `support-live-${protocol}`]
    await oracle.createTopic(topic, { partitions: 1 })
    const member = await oracle.consumer({ group, topics: [topic], protocol })
    await expect
      .poll(async () => (await oracle.tool('groups', ['--list'])).stdout, { timeout: 15_000 })
      .toMatch(new RegExp(`${group}\\s+${protocol}`, 'i'))
    await member.stop()
  } finally {
    await oracle.stop()
  }
})
