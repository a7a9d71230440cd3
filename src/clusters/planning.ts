import type { Bookmark } from '../model/bookmark'
import type { ChangeRecord } from '../model/change'
import type { ClusterClient } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { errorText, isLaglineError, laglineError } from '../model/errors'
import type { GroupDescription, GroupType } from '../model/groups'
import { KafkaError } from '../model/kafka-errors'
import type { Clock } from '../model/ports'
import type { ClusterSettings } from '../model/settings'
import { comparePartitions, PartitionMap, type ClusterMetadata, type TopicPartition } from '../model/topics'
import type { GroupFacts } from '../offsets/facts'
import { mirrorTopics } from '../offsets/kinds'
import { makePlan } from '../offsets/plan'
import type { Plan } from '../offsets/plan-types'
import { timeOf } from '../offsets/scenario'
import { bookmarkPlan, undoPlan } from '../offsets/undo'
import type { Bookmarks } from './bookmarks'
import type { Changes } from './changes'
import type { PlanRequest } from './cluster'
import type { Connection } from './connection'
import {
  describeGroup,
  groupFacts,
  partitionsInScope,
  readCommits,
  readGiven,
  readGroup,
  readPartitions,
  refOf,
  topicsOfScope,
  type Asked,
} from './facts'
import { groupRef } from './reading'
import type { Seen } from './seen'
import { say } from './texts'

/** How long offsets that moved while nobody was in the group are a reason to warn, ms. */
const MOVED_ALONE_COUNTS_MS = 10 * 60_000

/** What can be gone back to. */
type Kept = ChangeRecord | Bookmark

export interface PlannerPorts {
  readonly clock: Clock
  readonly changes: Changes
  readonly bookmarks: Bookmarks
}

const NOTHING_ASKED: Asked = { time: null, given: null }

/** Reads the facts and has the plan made from them. */
export class Planner {
  private readonly settings: ClusterSettings
  private readonly connection: Connection
  private readonly seen: Seen
  private readonly ports: PlannerPorts

  constructor(settings: ClusterSettings, connection: Connection, seen: Seen, ports: PlannerPorts) {
    this.settings = settings
    this.connection = connection
    this.seen = seen
    this.ports = ports
  }

  /**
   * Rejects with `groupNotFound` for a group that is not there, unless it is to be made: a misspelt name must not make a
   * new one.
   */
  async plan(request: PlanRequest, signal: AbortSignal): Promise<Plan> {
    const { scenario, scope, purpose } = request
    return this.connection.use(async (client) => {
      const now = this.ports.clock.now()
      const { group, commits } = await this.readTarget(client, request, signal)
      const given = await readGiven(client, scenario, (id) => this.ref(id), signal)
      const scoped = topicsOfScope(request, commits, given)
      // Asked for in the same request: their being there tells who else may write these offsets.
      const topics = [...new Set([...scoped, ...mirrorTopics(commits.topicNames())])]
      const metadata = await this.readMetadata(client, topics, signal)
      const { chosen, leftOut } = partitionsInScope(request, commits, metadata, given)
      const asked = { time: timeOf(scenario, now), given }
      const partitions = await readPartitions(client, chosen, commits, metadata, asked, signal)
      const facts = {
        ...groupFacts(group, partitions, leftOut, now),
        knownTopics: this.knownTopics(metadata),
        ...this.movedAlone(group, commits, now),
      }
      return this.guarded(
        makePlan({ cluster: this.cluster, facts, purpose: { kind: purpose, scenario, scope }, now }),
      )
    })
  }

  async planUndo(changeId: string, signal: AbortSignal): Promise<Plan> {
    const record = await this.ports.changes.get(changeId)
    const kept = record ?? (await this.ports.bookmarks.get(changeId))
    if (kept === null || kept.cluster.id !== this.settings.id)
      throw laglineError('invalidInput', say('clusters.noSuchChange'))
    return this.connection.use(async (client) => {
      const facts = await this.undoFacts(client, kept, signal)
      const now = this.ports.clock.now()
      return this.guarded('kind' in kept ? undoPlan(kept, facts, now) : bookmarkPlan(kept, facts, now))
    })
  }

  /** A group's commits as they are now, to be kept. Rejects with `invalidInput` where there are none. */
  async bookmarkOf(id: string, signal: AbortSignal): Promise<Pick<Bookmark, 'cluster' | 'group' | 'rows'>> {
    return this.connection.use(async (client) => {
      const { group, commits } = await readGroup(client, this.ref(id), signal)
      if (commits.size === 0) throw laglineError('invalidInput', say('clusters.bookmark.none', id))
      const metadata = await this.metadataFor(client, commits.topicNames().sort(), Infinity, signal)
      const rows = [...commits.entries()].map(([{ topic, partition }, commit]) => ({
        topic,
        partition,
        topicId: metadata.topics.get(topic)?.id ?? null,
        commit,
      }))
      const { type } = group
      return { cluster: this.cluster, group: { id, type }, rows: rows.sort(comparePartitions) }
    })
  }

  private knownTopics(metadata: ClusterMetadata): ReadonlySet<string> {
    const names = new Set(this.seen.snapshot.topics?.keys())
    for (const { name, error } of metadata.topics.values()) if (error === KafkaError.none) names.add(name)
    return names
  }

  /** Only of a group that nobody is in: where there are members, they commit. */
  private movedAlone(group: GroupDescription, commits: Commits, now: number): Pick<GroupFacts, 'movedAlone'> {
    // Records of a share group that time out, or are deleted, move its start offsets without anybody's doing.
    if (group.type === 'share') return {}
    const at = group.members.length === 0 ? this.seen.movedAlone(group.id, commits, now) : null
    return at === null || now - at > MOVED_ALONE_COUNTS_MS ? {} : { movedAlone: at }
  }

  ref(id: string): ReturnType<typeof groupRef> {
    return groupRef(id, this.seen.listings.get(id))
  }

  /** Metadata of these topics that is at most `maxAge` ms old; read where there is none. */
  async metadataFor(
    client: ClusterClient,
    topics: readonly string[],
    maxAge: number,
    signal: AbortSignal,
  ): Promise<ClusterMetadata> {
    const fresh = this.seen.freshMetadata(topics, this.ports.clock.now(), maxAge)
    return fresh ?? this.readMetadata(client, topics, signal)
  }

  private async readTarget(
    client: ClusterClient,
    { group: id, creates }: PlanRequest,
    signal: AbortSignal,
  ): ReturnType<typeof readGroup> {
    try {
      return await readGroup(client, this.ref(id), signal)
    } catch (error) {
      if (creates !== true || !isLaglineError(error) || error.code !== 'groupNotFound') throw error
      return { group: deadGroup(id, 'unknown'), commits: new PartitionMap() }
    }
  }

  private get cluster(): Plan['cluster'] {
    return { id: this.settings.id, name: this.settings.name }
  }

  async readMetadata(
    client: ClusterClient,
    topics: readonly string[],
    signal: AbortSignal,
  ): Promise<ClusterMetadata> {
    if (topics.length === 0) return { clusterId: null, controllerId: null, brokers: [], topics: new Map() }
    const metadata = await client.metadata(topics, signal)
    this.seen.keepMetadata(metadata, this.ports.clock.now())
    return metadata
  }

  /** A deleted group is described as what it is, dead: an undo may bring it back. */
  private async undoFacts(client: ClusterClient, record: Kept, signal: AbortSignal): Promise<GroupFacts> {
    const group = await orDead(record, () => describeGroup(client, this.ref(record.group.id), signal))
    const rows: readonly TopicPartition[] = record.rows
    const topics = [...new Set(rows.map((row) => row.topic))].sort()
    const commits: Commits =
      group.state === 'Dead' ? new PartitionMap() : await readCommits(client, refOf(group), signal)
    const metadata = await this.readMetadata(client, topics, signal)
    const partitions = await readPartitions(client, rows, commits, metadata, NOTHING_ASKED, signal)
    const own = new PartitionMap<true>()
    for (const { topic, partition } of rows) own.set(topic, partition, true)
    const others = [...commits.keys()].filter(({ topic, partition }) => !own.has(topic, partition))
    return groupFacts(group, partitions, others.sort(comparePartitions), this.ports.clock.now())
  }

  private guarded(plan: Plan): Plan {
    return this.settings.readOnly
      ? { ...plan, refusal: say('clusters.refusal.readOnly', this.settings.name) }
      : plan
  }
}

async function orDead(record: Kept, describe: () => Promise<GroupDescription>): Promise<GroupDescription> {
  try {
    return await describe()
  } catch (error) {
    if (!isLaglineError(error) || error.code !== 'groupNotFound') throw error
    return deadGroup(record.group.id, record.group.type)
  }
}

function deadGroup(id: string, type: GroupType): GroupDescription {
  return {
    id,
    type,
    state: 'Dead',
    protocolType: '',
    assignor: null,
    epoch: null,
    coordinator: NOBODY,
    members: [],
  }
}

/** No broker has this id: whoever asks for the coordinator of a group that is gone looks it up. */
export const NOBODY = -1

/** Read-only, said before anything is sent. */
export function readOnlyError(settings: ClusterSettings): Error {
  return laglineError('readOnly', errorText('error.readOnly', settings.name))
}
