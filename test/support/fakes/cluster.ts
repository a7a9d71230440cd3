import type {
  ClusterClient,
  CommitRow,
  ConnectionInfo,
  FoundOffset,
  GroupList,
  GroupRef,
  OffsetSpec,
  Outcome,
} from '../../../src/model/cluster-client'
import type { Commits } from '../../../src/model/commits'
import { cancelled, errorText, laglineError, type LaglineError } from '../../../src/model/errors'
import type { GroupDescription } from '../../../src/model/groups'
import { KafkaError } from '../../../src/model/kafka-errors'
import type { FetchedLog, FetchLimits, LogPlace } from '../../../src/model/records'
import { PartitionMap, type ClusterMetadata, type TopicPartition } from '../../../src/model/topics'
import type { FakeApi, FakeGroup, FakeKafka } from './kafka'

/** A client of a `FakeKafka`, with the broker's rules for simple commits and one request per API and call. */
export class FakeCluster implements ClusterClient {
  closed = false
  private readonly kafka: FakeKafka
  private readonly counts = new Map<string, number>()

  constructor(kafka: FakeKafka) {
    this.kafka = kafka
  }

  async connect(signal: AbortSignal): Promise<ConnectionInfo> {
    if (signal.aborted) throw cancelled()
    if (this.kafka.down !== null) throw this.kafka.down
    return { clusterId: 'fake', kafkaVersion: '4.3', brokers: 1 }
  }

  async metadata(topics: 'all' | readonly string[], signal: AbortSignal): Promise<ClusterMetadata> {
    return this.request('Metadata', signal, () => {
      const names = topics === 'all' ? [...this.kafka.topics.keys()] : topics
      return {
        clusterId: 'fake',
        controllerId: 1,
        brokers: [{ id: 1, host: 'localhost', port: 9092, rack: null }],
        topics: new Map(names.map((name) => [name, this.topicMetadata(name)])),
      }
    })
  }

  async listGroups(signal: AbortSignal): Promise<GroupList> {
    return this.request('ListGroups', signal, () => ({
      groups: [...this.kafka.groups.values()].map(({ id, type, state, protocolType }) => ({
        id,
        type,
        state,
        protocolType,
        coordinator: 1,
      })),
      failures: [],
    }))
  }

  async describeGroups(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Outcome<GroupDescription>>> {
    await this.findCoordinator(groups, signal)
    if (groups.some((group) => group.type !== 'classic'))
      await this.request('ConsumerGroupDescribe', signal, () => undefined)
    if (groups.some((group) => group.type !== 'consumer'))
      await this.request('DescribeGroups', signal, () => undefined)
    return new Map(groups.map(({ id }) => [id, this.description(id)]))
  }

  async committed(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Outcome<Commits>>> {
    await this.findCoordinator(groups, signal)
    const answers = new Map<string, Outcome<Commits>>()
    const share = groups.filter(({ type }) => type === 'share')
    const others = groups.filter(({ type }) => type !== 'share')
    if (share.length > 0)
      await this.request('DescribeShareGroupOffsets', signal, () => {
        for (const { id } of share) answers.set(id, { ok: true, value: this.startsOf(id) })
      })
    if (others.length > 0)
      await this.request('OffsetFetch', signal, () => {
        for (const { id } of others) {
          const commits: Commits = new PartitionMap()
          if (this.kafka.groups.get(id)?.type !== 'share')
            for (const [{ topic, partition }, commit] of this.kafka.commits(id).entries())
              commits.set(topic, partition, commit)
          answers.set(id, { ok: true, value: commits })
        }
      })
    return answers
  }

  async offsets(
    partitions: readonly TopicPartition[],
    at: OffsetSpec,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<PartitionMap<Outcome<FoundOffset>>> {
    if (leaders === null) await this.metadata([...new Set(partitions.map((p) => p.topic))], signal)
    return this.request('ListOffsets', signal, () => {
      const found = new PartitionMap<Outcome<FoundOffset>>()
      for (const { topic, partition } of partitions)
        found.set(topic, partition, this.find(topic, partition, at))
      return found
    })
  }

  /** The logs of a fake have offsets, but no records. */
  async fetch(
    place: LogPlace,
    _limits: FetchLimits,
    _leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<FetchedLog> {
    return this.request('Fetch', signal, () => {
      const { start, end } = this.kafka.partition(place.topic, place.partition)
      if (place.offset < start || place.offset > end)
        throw laglineError('outOfRange', errorText('error.outOfRange', place.topic, place.offset))
      return { start, end, stable: end, aborted: [], bytes: new Uint8Array(0) }
    })
  }

  async fetchEach(
    places: readonly LogPlace[],
    limits: FetchLimits,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<PartitionMap<Outcome<FetchedLog>>> {
    const found = new PartitionMap<Outcome<FetchedLog>>()
    for (const place of places) {
      const value = await this.fetch(place, limits, leaders, signal)
      found.set(place.topic, place.partition, { ok: true, value })
    }
    return found
  }

  async commit(
    ref: GroupRef,
    rows: readonly CommitRow[],
    signal: AbortSignal,
  ): Promise<PartitionMap<LaglineError | null>> {
    await this.findCoordinator([ref], signal)
    if (ref.type === 'share') return this.alterShare(ref, rows, signal)
    return this.request('OffsetCommit', signal, () => {
      const answers = new PartitionMap<LaglineError | null>()
      const group = this.kafka.groups.get(ref.id) ?? this.kafka.group(ref.id, {}, { protocolType: '' })
      const refusal = commitRefusal(group)
      for (const { topic, partition, commit } of rows) {
        const known = this.kafka.topics.get(topic)?.partitions[partition] !== undefined
        const code = refusal ?? (known ? KafkaError.none : KafkaError.unknownTopicOrPartition)
        if (code === KafkaError.none) group.commits.set(topic, partition, commit)
        answers.set(topic, partition, code === KafkaError.none ? null : kafkaError(code))
      }
      return answers
    })
  }

  async deleteOffsets(
    ref: GroupRef,
    partitions: readonly TopicPartition[],
    signal: AbortSignal,
  ): Promise<PartitionMap<LaglineError | null>> {
    await this.findCoordinator([ref], signal)
    if (ref.type === 'share') return this.forgetTopics(ref, partitions, signal)
    return this.request('OffsetDelete', signal, () => {
      const answers = new PartitionMap<LaglineError | null>()
      const group = this.kafka.groups.get(ref.id)
      if (group === undefined) throw kafkaError(KafkaError.groupIdNotFound)
      for (const { topic, partition } of partitions) {
        const subscribed = group.members.length > 0
        if (!subscribed) remove(group, topic, partition)
        answers.set(topic, partition, subscribed ? kafkaError(KafkaError.groupSubscribedToTopic) : null)
      }
      return answers
    })
  }

  async deleteGroups(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LaglineError | null>> {
    await this.findCoordinator(groups, signal)
    return this.request('DeleteGroups', signal, () => {
      const answers = new Map<string, LaglineError | null>()
      for (const { id } of groups) {
        const group = this.kafka.groups.get(id)
        if (group === undefined) answers.set(id, kafkaError(KafkaError.groupIdNotFound))
        else if (group.members.length > 0) answers.set(id, kafkaError(KafkaError.nonEmptyGroup))
        else {
          this.kafka.groups.delete(id)
          answers.set(id, null)
        }
      }
      return answers
    })
  }

  async groupConfigs(
    group: string,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    return this.request('DescribeConfigs', signal, () => {
      const all = this.kafka.groupConfigs.get(group)
      return new Map([...(all ?? [])].filter(([name]) => names.includes(name)))
    })
  }

  requestCounts(): ReadonlyMap<string, number> {
    return this.counts
  }

  async close(): Promise<void> {
    this.closed = true
  }

  /** Start offsets with the lag of a group that has delivered nothing above them. */
  private startsOf(id: string): Commits {
    const starts: Commits = new PartitionMap()
    if (this.kafka.groups.get(id)?.type !== 'share') return starts
    for (const [{ topic, partition }, commit] of this.kafka.commits(id).entries()) {
      const { end } = this.kafka.partition(topic, partition)
      const shareLag = commit.shareLag ?? (commit.offset < 0n ? null : end - commit.offset)
      starts.set(topic, partition, { ...commit, shareLag })
    }
    return starts
  }

  private async alterShare(
    { id }: GroupRef,
    rows: readonly CommitRow[],
    signal: AbortSignal,
  ): Promise<PartitionMap<LaglineError | null>> {
    return this.request('AlterShareGroupOffsets', signal, () => {
      const group =
        this.kafka.groups.get(id) ?? this.kafka.group(id, {}, { type: 'share', protocolType: 'share' })
      if (group.type !== 'share') throw kafkaError(KafkaError.groupIdNotFound)
      if (group.members.length > 0) throw kafkaError(KafkaError.nonEmptyGroup)
      const answers = new PartitionMap<LaglineError | null>()
      for (const { topic, partition, commit } of rows) {
        const known = this.kafka.topics.get(topic)?.partitions[partition] !== undefined
        if (known)
          group.commits.set(topic, partition, { offset: commit.offset, leaderEpoch: -1, metadata: '' })
        answers.set(topic, partition, known ? null : kafkaError(KafkaError.unknownTopicOrPartition))
      }
      return answers
    })
  }

  private async forgetTopics(
    { id }: GroupRef,
    partitions: readonly TopicPartition[],
    signal: AbortSignal,
  ): Promise<PartitionMap<LaglineError | null>> {
    return this.request('DeleteShareGroupOffsets', signal, () => {
      const group = this.kafka.groups.get(id)
      if (group?.type !== 'share') throw kafkaError(KafkaError.groupIdNotFound)
      if (group.members.length > 0) throw kafkaError(KafkaError.nonEmptyGroup)
      const answers = new PartitionMap<LaglineError | null>()
      for (const { topic, partition } of partitions) {
        for (const other of [...group.commits.ofTopic(topic).keys()]) remove(group, topic, other)
        answers.set(topic, partition, null)
      }
      return answers
    })
  }

  private async findCoordinator(groups: readonly GroupRef[], signal: AbortSignal): Promise<void> {
    if (groups.some((group) => group.coordinator === undefined))
      await this.request('FindCoordinator', signal, () => undefined)
  }

  private async request<T>(api: FakeApi, signal: AbortSignal, answer: () => T): Promise<T> {
    if (signal.aborted) throw cancelled()
    if (this.closed) throw laglineError('connectionLost', errorText('error.connectionLost', 'localhost:9092'))
    this.kafka.requests.push(api)
    this.counts.set(api, (this.counts.get(api) ?? 0) + 1)
    await this.kafka.interference.before?.(api)
    if (this.kafka.down !== null) throw this.kafka.down
    const result = answer()
    await this.kafka.interference.after?.(api)
    if (signal.aborted) throw cancelled()
    return result
  }

  private topicMetadata(
    name: string,
  ): ClusterMetadata['topics'] extends ReadonlyMap<string, infer T> ? T : never {
    const topic = this.kafka.topics.get(name)
    if (topic === undefined)
      return { name, id: null, internal: false, error: KafkaError.unknownTopicOrPartition, partitions: [] }
    return {
      name,
      id: topic.id,
      internal: false,
      error: KafkaError.none,
      partitions: topic.partitions.map(({ leader }, partition) => ({
        partition,
        leader,
        leaderEpoch: 0,
        replicas: [1],
        isr: leader === null ? [] : [1],
        error: leader === null ? KafkaError.leaderNotAvailable : KafkaError.none,
      })),
    }
  }

  private description(id: string): Outcome<GroupDescription> {
    const group = this.kafka.groups.get(id)
    if (group === undefined)
      return { ok: false, error: laglineError('groupNotFound', errorText('error.groupNotFound', id)) }
    const { type, state, protocolType, epoch } = group
    const members = [...group.members]
    return {
      ok: true,
      value: { id, type, state, protocolType, assignor: null, epoch, coordinator: 1, members },
    }
  }

  private find(topic: string, partition: number, at: OffsetSpec): Outcome<FoundOffset> {
    const log = this.kafka.topics.get(topic)?.partitions[partition]
    const name = `${topic}-${partition}`
    if (log === undefined)
      return {
        ok: false,
        error: laglineError('unknownPartition', errorText('error.unknownPartition', name), {
          kafka: KafkaError.unknownTopicOrPartition,
        }),
      }
    if (log.leader === null)
      return { ok: false, error: laglineError('noLeader', errorText('error.noLeader', name)) }
    const found = (offset: bigint | null, timestamp: number | null = null): Outcome<FoundOffset> => ({
      ok: true,
      value: { offset, timestamp, leaderEpoch: 0 },
    })
    if (at === 'earliest') return found(log.start)
    if (at === 'latest') return found(log.end)
    const [first] = [...log.timestamps]
      .filter(([offset, time]) => offset >= log.start && offset < log.end && time >= at.time)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return first === undefined ? found(null) : found(first[0], first[1])
  }
}

/** The coordinator's only guard: a commit without a member needs a group without members. */
function commitRefusal(group: FakeGroup): number | null {
  if (group.type === 'share') return KafkaError.groupIdNotFound
  return group.members.length > 0 ? KafkaError.unknownMemberId : null
}

function remove(group: FakeGroup, topic: string, partition: number): void {
  const kept = [...group.commits.entries()].filter(
    ([key]) => key.topic !== topic || key.partition !== partition,
  )
  const commits: FakeGroup['commits'] = new PartitionMap()
  for (const [key, commit] of kept) commits.set(key.topic, key.partition, commit)
  Object.assign(group, { commits })
}

function kafkaError(code: number): LaglineError {
  return laglineError('kafka', errorText('error.kafka', `error ${code}`), { kafka: code })
}

/** The answer of a request never comes: its connection is gone, and the broker may have acted. */
export function answerLost(): LaglineError {
  return laglineError('connectionLost', errorText('error.connectionLost', 'localhost:9092'), {
    maybeSent: true,
  })
}
