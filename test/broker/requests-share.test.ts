import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClusterClient } from '../../src/model/cluster-client'
import { type LiveMember, type Oracle, startOracle } from '../support/kafka/oracle'
import { sharedBroker } from '../support/kafka/shared'
import { currentKafka } from '../support/kafka/versions'
import { connectClient, never, valueOf } from './client'

describe('a share group', () => {
  let oracle: Oracle
  let client: ClusterClient
  let member: LiveMember

  beforeAll(async () => {
    const broker = await sharedBroker(currentKafka)
    oracle = await startOracle(broker)
    client = await connectClient(broker.bootstrap)
    await oracle.createTopic('shared-topic', { partitions: 2 })
    member = await oracle.consumer({ group: 'shared-group', topics: ['shared-topic'], protocol: 'share' })
  })
  afterAll(async () => {
    await member.stop()
    await client.close()
    await oracle.stop()
  })

  it('is listed with its type and state', async () => {
    const { groups } = await client.listGroups(never())
    expect(groups.find(({ id }) => id === 'shared-group')).toEqual({
      id: 'shared-group',
      type: 'share',
      state: 'Stable',
      protocolType: 'share',
      coordinator: 1,
    })
  })

  it.each([undefined, 'share', 'classic'] as const)(
    'is described with type and state (thought to be %s)',
    async (type) => {
      const ref = { id: 'shared-group', ...(type === undefined ? {} : { type }) }
      expect(valueOf((await client.describeGroups([ref], never())).get('shared-group'))).toMatchObject({
        type: 'share',
        state: 'Stable',
      })
    },
  )

  it('has no committed offsets and takes none', async () => {
    expect(
      valueOf((await client.committed([{ id: 'shared-group' }], never())).get('shared-group')).size,
    ).toBe(0)
    const rows = [
      { topic: 'shared-topic', partition: 0, commit: { offset: 0n, leaderEpoch: -1, metadata: '' } },
    ]
    const stored = await client.commit({ id: 'shared-group' }, rows, never())
    expect(stored.get('shared-topic', 0)).toMatchObject({ code: 'groupNotFound', kafka: 69 })
  })
})
