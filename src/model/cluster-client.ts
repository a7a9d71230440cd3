import type { Commit, Commits } from './commits'
import type { LaglineError } from './errors'
import type { GroupDescription, GroupListing } from './groups'
import type { Clock, Log } from './ports'
import type { FetchedLog, FetchLimits, LogPlace } from './records'
import type { ClusterMetadata, PartitionMap, TopicPartition } from './topics'

/** What is needed to reach a cluster. */
export interface ConnectionSettings {
  /** Each `host:port`. */
  readonly bootstrapServers: readonly string[]
  /** True: no request that changes anything leaves the process. */
  readonly readOnly: boolean
}

/** What the connection learnt about the other side. */
export interface ConnectionInfo {
  readonly clusterId: string | null
  /** The release the broker's version ranges tell, like `4.3` or `3.9`; null where they tell nothing. */
  readonly kafkaVersion: string | null
  readonly brokers: number
}

/** A result, or why there is none, for one of several things asked at once. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: LaglineError }

/** Groups of all brokers that answered; `failures` names those that did not. */
export interface GroupList {
  readonly groups: readonly GroupListing[]
  readonly failures: readonly { readonly broker: number; readonly error: LaglineError }[]
}

/** Which group, and what is known of it: a coordinator that is known need not be looked up. */
export interface GroupRef {
  readonly id: string
  readonly coordinator?: number
  readonly type?: GroupListing['type']
}

/** Where in a log: its ends, or the first offset whose record has a timestamp of at least `time` (epoch ms). */
export type OffsetSpec = 'earliest' | 'latest' | { readonly time: number }

/** An offset found by ListOffsets. */
export interface FoundOffset {
  /** Null: no record at or after the time asked. `latest` is the high watermark. */
  readonly offset: bigint | null
  /** Of the record found, epoch ms; null where the broker gives none. */
  readonly timestamp: number | null
  readonly leaderEpoch: number | null
}

/** What is to be stored for one partition. */
export interface CommitRow extends TopicPartition {
  readonly commit: Commit
}

/**
 * One cluster, as the request layer offers it. Every call ends within its deadline (or the signal's abort) with an
 * answer or a `LaglineError`; an error for one group or partition does not hide the others. Calls that ask about many
 * things batch them: one request per broker concerned, never one per partition.
 */
export interface ClusterClient {
  /** Opens the first connection and proves it with a request of ours. Rejects when nothing useful answers. */
  connect(signal: AbortSignal): Promise<ConnectionInfo>

  /** Metadata of all topics, or of those named; one request. A topic asked for by name may come with an error. */
  metadata(topics: 'all' | readonly string[], signal: AbortSignal): Promise<ClusterMetadata>

  /** ListGroups to every broker. */
  listGroups(signal: AbortSignal): Promise<GroupList>

  /** By id. A group that does not exist comes as an error with code `groupNotFound`. */
  describeGroups(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Outcome<GroupDescription>>>

  /**
   * All committed offsets of each group, by id; of a group whose `type` is `share` its start offsets. A group without
   * any comes with an empty map, and one of another type than was said, too.
   */
  committed(groups: readonly GroupRef[], signal: AbortSignal): Promise<ReadonlyMap<string, Outcome<Commits>>>

  /**
   * Offsets in logs. One request per leader for each spec. `leaders`: metadata that is fresh enough to route by; read
   * where not given. A partition without leader comes as an error with code `noLeader`.
   */
  offsets(
    partitions: readonly TopicPartition[],
    at: OffsetSpec,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<PartitionMap<Outcome<FoundOffset>>>

  /**
   * Bytes of one partition's log from its leader, without a group and without a fetch session: one request, and one
   * more where the metadata has to be read first. Rejects with `outOfRange` where the log does not reach there.
   */
  fetch(
    place: LogPlace,
    limits: FetchLimits,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<FetchedLog>

  /**
   * As `fetch`, of many logs at once: one request for each leader, and one for metadata where `leaders` is null. At most
   * one place in each partition.
   */
  fetchEach(
    places: readonly LogPlace[],
    limits: FetchLimits,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<PartitionMap<Outcome<FetchedLog>>>

  /**
   * Stores offsets with generation -1 and no member, in one OffsetCommit to the coordinator; of a share group it sets
   * start offsets, which makes the broker forget what was delivered above them (AlterShareGroupOffsets). Null for a
   * partition = stored. Rejects where the whole request failed; `maybeSent` on the error tells whether the broker may
   * have acted.
   */
  commit(
    group: GroupRef,
    rows: readonly CommitRow[],
    signal: AbortSignal,
  ): Promise<PartitionMap<LaglineError | null>>

  /**
   * OffsetDelete. Null = deleted, or there was none. A share group can only forget whole topics
   * (DeleteShareGroupOffsets): those of the partitions named.
   */
  deleteOffsets(
    group: GroupRef,
    partitions: readonly TopicPartition[],
    signal: AbortSignal,
  ): Promise<PartitionMap<LaglineError | null>>

  /** DeleteGroups. Null = deleted. */
  deleteGroups(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LaglineError | null>>

  /**
   * DescribeConfigs of a group (Kafka 4.0): the values of these settings as they hold for it, defaults among them; one
   * that the broker does not have is absent. Rejects with `unsupported` where the brokers keep none for groups.
   */
  groupConfigs(
    group: string,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>>

  /** Requests sent so far by API name, without those that open a connection (ApiVersions, SASL, first Metadata). */
  requestCounts(): ReadonlyMap<string, number>

  /** Destroys all sockets; calls under way end with code `cancelled`. */
  close(): Promise<void>
}

/** What the request layer needs of the world. */
export interface ClusterClientPorts {
  readonly log: Log
  readonly clock: Clock
}

/** Deadlines, ms, each covering all retries of one action. */
export interface Deadlines {
  readonly connect: number
  readonly request: number
}

/** The factory that `dist/kafka.js` exports. Nothing connects before `connect()`. */
export type CreateClusterClient = (
  settings: ConnectionSettings,
  deadlines: Deadlines,
  ports: ClusterClientPorts,
) => ClusterClient
