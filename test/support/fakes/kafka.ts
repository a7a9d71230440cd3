import type { Commit } from '../../../src/model/commits'
import type { GroupState, GroupType, Member } from '../../../src/model/groups'
import { PartitionMap } from '../../../src/model/topics'

/** One log. */
export interface FakePartition {
  start: bigint
  end: bigint
  /** Null = no leader. */
  leader: number | null
  /** Timestamp of the record at each offset; absent = none known. */
  readonly timestamps: Map<bigint, number>
}

export interface FakeTopic {
  id: string
  readonly partitions: FakePartition[]
}

export interface FakeGroup {
  readonly id: string
  type: GroupType
  state: GroupState
  protocolType: string
  epoch: number | null
  members: Member[]
  readonly commits: PartitionMap<Commit>
}

/** Names of requests, as the request layer counts them. */
export type FakeApi =
  | 'Metadata'
  | 'ListGroups'
  | 'FindCoordinator'
  | 'ConsumerGroupDescribe'
  | 'DescribeGroups'
  | 'OffsetFetch'
  | 'ListOffsets'
  | 'Fetch'
  | 'OffsetCommit'
  | 'OffsetDelete'
  | 'DescribeShareGroupOffsets'
  | 'AlterShareGroupOffsets'
  | 'DeleteShareGroupOffsets'
  | 'DeleteGroups'
  | 'DescribeConfigs'

/** Called with each request. What `before` throws never reached the broker; what `after` throws cuts the answer off. */
export interface Interference {
  before?(api: FakeApi): void | Promise<void>
  after?(api: FakeApi): void | Promise<void>
}

/** What a one-broker cluster holds; clients come and go, this stays. */
export class FakeKafka {
  readonly topics = new Map<string, FakeTopic>()
  readonly groups = new Map<string, FakeGroup>()
  readonly requests: FakeApi[] = []
  /** Settings of groups, by group and name. */
  readonly groupConfigs = new Map<string, ReadonlyMap<string, string>>()
  /** Settings of its broker; null = nobody may see them. */
  brokerConfigs: ReadonlyMap<string, string | null> | null = new Map()
  /** Settings of topics; of one that is not here nobody may see them. */
  readonly topicConfigs = new Map<string, ReadonlyMap<string, string | null>>()
  interference: Interference = {}
  /** Set: nobody can connect, and no request reaches it. */
  down: Error | null = null
  private topicIds = 0

  /** Each partition as `[start, end]`. */
  topic(name: string, ...logs: readonly (readonly [number | bigint, number | bigint])[]): FakeTopic {
    this.topicIds += 1
    const topic: FakeTopic = {
      id: `topic-id-${this.topicIds}`,
      partitions: logs.map(([start, end]) => ({
        start: BigInt(start),
        end: BigInt(end),
        leader: 1,
        timestamps: new Map(),
      })),
    }
    this.topics.set(name, topic)
    return topic
  }

  /** An Empty group with commits given as `{orders: {0: 10}}`. */
  group(
    id: string,
    commits: Readonly<Record<string, Readonly<Record<number, number | bigint | Commit>>>> = {},
    about: Partial<Pick<FakeGroup, 'type' | 'state' | 'protocolType'>> = {},
  ): FakeGroup {
    const group: FakeGroup = {
      id,
      type: about.type ?? 'classic',
      state: about.state ?? 'Empty',
      protocolType: about.protocolType ?? 'consumer',
      epoch: about.type === 'consumer' || about.type === 'share' ? 1 : null,
      members: [],
      commits: new PartitionMap(),
    }
    for (const [topic, partitions] of Object.entries(commits))
      for (const [partition, commit] of Object.entries(partitions))
        group.commits.set(topic, Number(partition), typeof commit === 'object' ? commit : plain(commit))
    this.groups.set(id, group)
    return group
  }

  /** Somebody joins and gets partitions, as `{orders: [0, 1]}`. */
  join(id: string, clientId: string, assignment: Readonly<Record<string, readonly number[]>> = {}): Member {
    const group = this.groups.get(id) ?? this.group(id)
    const member: Member = {
      memberId: `${clientId}-${group.members.length}`,
      instanceId: null,
      clientId,
      host: '10.0.0.7',
      assignment: Object.entries(assignment).flatMap(([topic, partitions]) =>
        partitions.map((partition) => ({ topic, partition })),
      ),
    }
    group.members.push(member)
    group.state = 'Stable'
    return member
  }

  leave(id: string): void {
    const group = this.groups.get(id)
    if (group === undefined) return
    group.members = []
    group.state = 'Empty'
  }

  commits(id: string): PartitionMap<Commit> {
    return this.groups.get(id)?.commits ?? new PartitionMap()
  }

  partition(topic: string, partition: number): FakePartition {
    const found = this.topics.get(topic)?.partitions[partition]
    if (found === undefined) throw new Error(`the fake has no ${topic}-${partition}`)
    return found
  }
}

/** As an auto-committing consumer without metadata writes it. */
export function plain(offset: number | bigint): Commit {
  return { offset: BigInt(offset), leaderEpoch: -1, metadata: '' }
}
