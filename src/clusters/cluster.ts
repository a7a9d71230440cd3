import type { Bookmark } from '../model/bookmark'
import type { ChangeRecord, ChangeRow } from '../model/change'
import type { ClusterClient } from '../model/cluster-client'
import { sameCommit, type Commits } from '../model/commits'
import { Disposables } from '../model/disposables'
import { Emitter, type Event } from '../model/emitter'
import { isLaglineError } from '../model/errors'
import { isInactive } from '../model/groups'
import type { Clock, Disposable, Log, NewId } from '../model/ports'
import type { ClusterSettings } from '../model/settings'
import type { Text } from '../model/text'
import { PartitionMap, type TopicPartition } from '../model/topics'
import type { Plan } from '../offsets/plan-types'
import type { Scenario, Scope } from '../offsets/scenario'
import type { Bookmarks } from './bookmarks'
import { CarryOut } from './carry-out'
import type { Changes } from './changes'
import { Connection } from './connection'
import { Deletion } from './deletion'
import { LiveSettings } from './live-settings'
import { LogReader } from './log-reader'
import { readCommits, readGroup, typedRef } from './facts'
import { OffsetDeletion } from './offset-deletion'
import { Planner } from './planning'
import { Sampler } from './sampler'
import { Seen } from './seen'
import { settleSent } from './settle'
import type {
  ChangeOutcome,
  ClusterEvent,
  ClusterSnapshot,
  ConnectionState,
  GroupDeletion,
  GroupHistory,
  Interest,
} from './types'
import { pause, waitUntilEmpty } from './waiting'

/** When it is looked again whether a change still holds, ms: consumers commit every 5 s unless told otherwise. */
const LOOK_AGAIN_MS = 6_000

/** What one cluster needs of the world. */
export interface ClusterPorts {
  /** Loads the request layer and makes a client that has not connected yet. */
  readonly createClient: () => Promise<ClusterClient>
  readonly clock: Clock
  readonly log: Log
  /** Shared by all clusters: the records on disk. */
  readonly changes: Changes
  /** Shared by all clusters: offsets kept under a name. `planUndo` takes their ids too. */
  readonly bookmarks: Bookmarks
  readonly newId: NewId
  /** How often to read, ms; asked before every beat, so that a changed setting counts at once. */
  readonly poll: () => PollIntervals
}

export interface PollIntervals {
  readonly treeMs: number
  readonly chartMs: number
}

/** `tree`: somebody sees numbers in a list. `chart`: somebody watches them move. */
export type WatchSpeed = 'tree' | 'chart'

/** What is to be planned. */
export interface PlanRequest {
  readonly group: string
  readonly scenario: Scenario
  readonly scope: Scope
  readonly purpose: 'reset' | 'seek'
  /** True: a group that is not there is planned as one to be made. */
  readonly creates?: boolean
}

/**
 * One cluster of the settings: the life of its connection, what was last seen of it, and changes carried out in their
 * order. Everything asynchronous rejects with a `LaglineError`, and with code `cancelled` when its signal aborts.
 */
export class Cluster implements Disposable {
  readonly settings: ClusterSettings
  readonly onDidChange: Event<ClusterEvent>
  /** Looks into its logs. */
  readonly log: LogReader
  /** Its settings, for files that are held against them. */
  readonly live: LiveSettings
  private readonly owned = new Disposables()
  private readonly connection: Connection
  private readonly seen: Seen
  private readonly sampler: Sampler
  private readonly planner: Planner
  private readonly carryOut: CarryOut
  private readonly deletion: Deletion
  private readonly offsetDeletion: OffsetDeletion
  private readonly ports: ClusterPorts

  constructor(settings: ClusterSettings, ports: ClusterPorts) {
    this.settings = settings
    this.ports = ports
    const events = this.owned.add(
      new Emitter<ClusterEvent>((error) => ports.log.error('a listener of a cluster failed', error)),
    )
    this.onDidChange = events.event
    this.connection = this.owned.add(new Connection(settings, ports))
    this.seen = new Seen()
    this.sampler = this.owned.add(new Sampler(this.connection, this.seen, ports, events))
    this.planner = new Planner(settings, this.connection, this.seen, ports)
    this.log = new LogReader(this.connection, this.planner)
    this.live = this.owned.add(new LiveSettings(this.connection, this.planner, ports, events))
    const shared = { settings, connection: this.connection, planner: this.planner, ports }
    this.carryOut = new CarryOut(shared)
    this.deletion = new Deletion(shared)
    this.offsetDeletion = new OffsetDeletion(shared)
    this.owned.add(this.connection.onDidChange(() => events.fire({ kind: 'connection' })))
    this.owned.add(
      ports.changes.onDidChange((change) => {
        if (change.cluster === settings.id) events.fire({ kind: 'changes', group: change.group })
      }),
    )
  }

  get state(): ConnectionState {
    return this.connection.state
  }

  /** What was last seen; a new object whenever something changed. */
  get snapshot(): ClusterSnapshot {
    return this.seen.snapshot
  }

  /**
   * Opens the connection, settles changes whose answer never came, and starts reading what is watched.
   * Rejects with the reason, which `state` then holds too. Called again while connecting, it waits for the first call.
   */
  async connect(signal: AbortSignal): Promise<void> {
    await this.connection.connect(signal)
    await settleSent(this.settings.id, this.connection, this.ports, signal)
    this.sampler.wake()
  }

  /** Closes the connection and forgets what was seen. Watching goes on, and reads again after the next connect. */
  async disconnect(): Promise<void> {
    await this.connection.disconnect()
    this.seen.clear()
    this.sampler.forget()
  }

  /** Reads `interest` now and then until disposed; nothing is polled that nobody watches. */
  watch(interest: Interest, speed: WatchSpeed): Disposable {
    return this.sampler.watch(interest, speed)
  }

  /** Reads `interest` now. Resolves when the snapshot holds it; what could not be read stands in the snapshot. */
  refresh(interest: Interest, signal: AbortSignal): Promise<void> {
    return this.sampler.refresh(interest, signal)
  }

  /** The lag of a group as far as it was sampled; null = never. */
  history(group: string): GroupHistory | null {
    return this.seen.history(group)
  }

  /** Works out a change with what the cluster says now; at most 7 requests on one broker. Nothing is changed. */
  plan(request: PlanRequest, signal: AbortSignal): Promise<Plan> {
    return this.planner.plan(request, signal)
  }

  /**
   * Carries a plan out: record, checks, one commit, read-back; at most 7 requests on one broker, 8 for an undo that
   * also deletes offsets. Rejects when nothing was changed; the outcome tells row by row otherwise.
   */
  async apply(plan: Plan, signal: AbortSignal): Promise<ChangeOutcome> {
    const outcome = await this.carryOut.apply(plan, signal)
    this.seen.markReset(plan.group.id, outcome.record.at)
    this.sampler.readSoon(plan.group.id)
    return outcome
  }

  /** Works out how to bring back what a change replaced. Rejects with `invalidInput` where there is no such change. */
  planUndo(changeId: string, signal: AbortSignal): Promise<Plan> {
    return this.planner.planUndo(changeId, signal)
  }

  /** Deletes a group that nobody is in; its offsets are kept in the record, so that undo can bring them back. */
  async deleteGroup(group: string, signal: AbortSignal): Promise<ChangeOutcome> {
    const outcome = await this.deletion.deleteGroup(group, signal)
    this.sampler.readSoon(null)
    return outcome
  }

  /** Deletes several groups, each for itself. See `Deletion.deleteGroups`. */
  async deleteGroups(
    groups: readonly string[],
    report: (tried: number) => void,
    signal: AbortSignal,
  ): Promise<readonly GroupDeletion[]> {
    const results = await this.deletion.deleteGroups(groups, report, signal)
    this.sampler.readSoon(null)
    return results
  }

  /** Deletes the commits of these partitions, kept in the record. See `OffsetDeletion.delete`. */
  async deleteOffsets(
    group: string,
    partitions: readonly TopicPartition[],
    signal: AbortSignal,
  ): Promise<ChangeOutcome> {
    const outcome = await this.offsetDeletion.delete(group, partitions, signal)
    this.seen.markReset(group, outcome.record.at)
    this.sampler.readSoon(group)
    return outcome
  }

  /** Keeps a group's offsets as they are now under a name. Rejects with `invalidInput` where there are none. */
  async bookmark(group: string, name: string, signal: AbortSignal): Promise<Bookmark> {
    const { clock, newId, bookmarks } = this.ports
    const kept = await this.planner.bookmarkOf(group, signal)
    const at = clock.now()
    return bookmarks.create({ id: `${at}-${newId()}`, at, name, ...kept })
  }

  /** Waits until nobody is in a group and tells who still is; one request a second. See `waitUntilEmpty` of waiting. */
  waitUntilEmpty(group: string, report: (still: Text) => void, signal: AbortSignal): Promise<void> {
    const { connection, planner, ports } = this
    return waitUntilEmpty({ connection, planner, ports }, group, report, signal)
  }

  /**
   * Looks some seconds after a change whether it still holds; two requests. Gives the rows that somebody moved
   * meanwhile while nobody was in the group, which only a consumer that is no member, or another tool, can have done;
   * none where a newer change was made here.
   */
  async movedAfter(outcome: ChangeOutcome, signal: AbortSignal): Promise<readonly ChangeRow[]> {
    const { id } = outcome.record.group
    await pause(this.ports.clock, LOOK_AGAIN_MS, signal)
    return this.connection.use(async (client) => {
      const { group, commits } = await readGroup(client, this.planner.ref(id), signal)
      // Start offsets of a share group may move without anybody's doing.
      if (group.type === 'share' || group.members.length > 0 || !isInactive(group.state)) return []
      const [newest] = this.ports.changes.known(this.settings.id, id)
      if (newest !== undefined && newest.id !== outcome.record.id) return []
      return outcome.done.filter(
        (row) => !sameCommit(commits.get(row.topic, row.partition) ?? null, row.after),
      )
    })
  }

  /** The commits of a group as they are now; none where the group is gone. */
  async commits({ id, type }: ChangeRecord['group'], signal: AbortSignal): Promise<Commits> {
    return this.connection.use(async (client) => {
      try {
        return await readCommits(client, { ...typedRef(id, type), ...this.planner.ref(id) }, signal)
      } catch (error) {
        if (isLaglineError(error) && error.code === 'groupNotFound') return new PartitionMap()
        throw error
      }
    })
  }

  /** The newest change of a group that was not undone yet. Known as soon as the cluster has connected once. */
  undoable(group: string): ChangeRecord | null {
    return this.ports.changes.undoable(this.settings.id, group)
  }

  dispose(): void {
    this.owned.dispose()
  }
}
