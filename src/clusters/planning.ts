import type { ChangeRecord } from '../model/change'
import type { ClusterClient } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { errorText, isLaglineError, laglineError } from '../model/errors'
import type { GroupDescription, GroupType } from '../model/groups'
import type { Clock } from '../model/ports'
import type { ClusterSettings } from '../model/settings'
import { PartitionMap, type ClusterMetadata, type TopicPartition } from '../model/topics'
import type { GroupFacts } from '../offsets/facts'
import { makePlan } from '../offsets/plan'
import type { Plan } from '../offsets/plan-types'
import { timeOf } from '../offsets/scenario'
import { undoPlan } from '../offsets/undo'
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
  topicsOfScope,
  type Asked,
} from './facts'
import { groupRef } from './reading'
import type { Seen } from './seen'
import { say } from './texts'

export interface PlannerPorts {
  readonly clock: Clock
  readonly changes: Changes
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
      const metadata = await this.readMetadata(client, topicsOfScope(request, commits, given), signal)
      const { chosen, leftOut } = partitionsInScope(request, commits, metadata, given)
      const asked = { time: timeOf(scenario, now), given }
      const partitions = await readPartitions(client, chosen, commits, metadata, asked, signal)
      const facts = groupFacts(group, partitions, leftOut, now)
      return this.guarded(
        makePlan({ cluster: this.cluster, facts, purpose: { kind: purpose, scenario, scope }, now }),
      )
    })
  }

  async planUndo(changeId: string, signal: AbortSignal): Promise<Plan> {
    const record = await this.ports.changes.get(changeId)
    if (record === null || record.cluster.id !== this.settings.id)
      throw laglineError('invalidInput', say('clusters.noSuchChange'))
    return this.connection.use(async (client) => {
      const facts = await this.undoFacts(client, record, signal)
      return this.guarded(undoPlan(record, facts, this.ports.clock.now()))
    })
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

  private async readMetadata(
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
  private async undoFacts(
    client: ClusterClient,
    record: ChangeRecord,
    signal: AbortSignal,
  ): Promise<GroupFacts> {
    const group = await orDead(record, () => describeGroup(client, this.ref(record.group.id), signal))
    const rows: readonly TopicPartition[] = record.rows
    const topics = [...new Set(rows.map((row) => row.topic))].sort()
    const commits: Commits =
      group.state === 'Dead'
        ? new PartitionMap()
        : await readCommits(client, { id: group.id, coordinator: group.coordinator }, signal)
    const metadata = await this.readMetadata(client, topics, signal)
    const partitions = await readPartitions(client, rows, commits, metadata, NOTHING_ASKED, signal)
    return groupFacts(group, partitions, [], this.ports.clock.now())
  }

  private guarded(plan: Plan): Plan {
    return this.settings.readOnly
      ? { ...plan, refusal: say('clusters.refusal.readOnly', this.settings.name) }
      : plan
  }
}

async function orDead(
  record: ChangeRecord,
  describe: () => Promise<GroupDescription>,
): Promise<GroupDescription> {
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
