import type { GroupPartition, GroupSnapshot } from '../../../src/clusters/types'
import { moreTexts } from '../../../src/editor/texts/more'
import { editorTexts } from '../../../src/editor/texts/own'
import type { Words } from '../../../src/editor/words'
import { partitionLag, shareLag, totalLag } from '../../../src/lag/lag'
import type { Member } from '../../../src/model/groups'
import { englishFormat, sayWith, textsOf } from '../../../src/model/text'
import { changesTexts } from '../../../src/model/texts/changes'
import { clustersTexts } from '../../../src/model/texts/clusters'
import { errorTexts } from '../../../src/model/texts/errors'
import { lagTexts } from '../../../src/model/texts/lag'
import { offsetsTexts } from '../../../src/model/texts/offsets'

const format = englishFormat('UTC')
const table = {
  ...editorTexts,
  ...moreTexts,
  ...changesTexts,
  ...clustersTexts,
  ...errorTexts,
  ...lagTexts,
  ...offsetsTexts,
}

/** English, with times in UTC. */
export const english: Words = { format, locale: 'en', say: sayWith(table, format) }

export const member: Member = {
  memberId: 'billing-1-8f0c',
  instanceId: null,
  clientId: 'billing-1',
  host: '10.0.0.7',
  assignment: [
    { topic: 'orders', partition: 0 },
    { topic: 'orders', partition: 1 },
    { topic: 'orders', partition: 4 },
    { topic: 'payments', partition: 2 },
  ],
}

/** A partition of a group as seen; a null commit, start or end is unknown. */
export function seen(
  partition: number,
  committed: bigint | null,
  start: bigint | null,
  end: bigint | null,
  more: Partial<GroupPartition> = {},
): GroupPartition {
  const commit = committed === null ? null : { offset: committed, leaderEpoch: -1, metadata: '' }
  const lag = partitionLag(commit, start, end)
  return { topic: 'orders', partition, commit, start, end, lag, member: null, ...more }
}

/** A partition of a share group as seen: where it starts (-1 = not begun), and the lag that the broker tells. */
export function seenShare(
  partition: number,
  from: bigint,
  told: bigint | null,
  end: bigint | null,
): GroupPartition {
  const commit = { offset: from, leaderEpoch: -1, metadata: '', shareLag: told }
  return seen(partition, from, 0n, end, { commit, lag: shareLag(commit, end) })
}

/** A group as seen, its total made of its partitions. */
export function group(more: Partial<GroupSnapshot> = {}): GroupSnapshot {
  const partitions = more.partitions ?? null
  return {
    id: 'billing',
    type: 'classic',
    state: 'Stable',
    protocolType: 'consumer',
    members: null,
    partitions,
    lag: partitions === null ? null : totalLag(partitions.map(({ lag }) => lag)),
    verdict: { kind: 'unknown', evidence: textsOf(lagTexts)('lag.unknown.notSeen') },
    emptySince: null,
    error: null,
    at: 0,
    ...more,
  }
}
