import type {
  ClusterClient,
  ClusterClientPorts,
  CommitRow,
  ConnectionInfo,
  ConnectionSettings,
  Deadlines,
  GroupList,
  GroupRef,
  OffsetSpec,
  Outcome,
} from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { toLaglineError, type LaglineError } from '../model/errors'
import type { GroupDescription } from '../model/groups'
import { KafkaError } from '../model/kafka-errors'
import type { FetchedLog, FetchLimits, LogPlace } from '../model/records'
import type { ClusterMetadata, TopicPartition } from '../model/topics'
import { parseAddresses } from './address'
import { brokerError, coordinatorMoved } from './broker-errors'
import { Brokers, type Via } from './brokers'
import { Call, callError, CallOver } from './call'
import { readBrokers, readMetadata } from './cluster-metadata'
import { commitChunks, storeInOrder } from './commit-chunks'
import { readCommitted, sendCommit, sendOffsetDelete, valueOf, type RowResults } from './commits'
import { Coordinators, type Answered } from './coordinators'
import { readGroupConfigs } from './group-configs'
import { GroupBook } from './group-book'
import { Description, listingError, readGroups } from './groups'
import { fetchLog, fetchLogs, type FetchedLogs } from './log-bytes'
import { LogOffsets, type FoundOffsets } from './log-offsets'
import { RequestCount } from './request-count'
import { readShareOffsets, sendShareOffsetDelete, sendShareOffsets } from './share-offsets'
import { kafkaRelease } from './versions'
import { deleteGroups } from './wire/delete-groups'

/** A list of brokers older than this is read anew before all of them are asked, ms. */
const brokersFreshMs = 30_000

/** How long a look waits for a coordinator that loads or moves, ms; a change waits until its deadline. */
const lookPatienceMs = 3_000

/** How often a broker is asked again for its groups while it loads them, and the pause between, ms. */
const listingTries = 5
const listingPauseMs = 200

/** The request layer. See `ClusterClient` for what each call promises. */
export class Client implements ClusterClient {
  private readonly settings: ConnectionSettings
  private readonly deadlines: Deadlines
  private readonly ports: ClusterClientPorts
  private readonly brokers: Brokers
  private readonly book = new GroupBook()
  private readonly coordinators: Coordinators
  private readonly count = new RequestCount()
  private readonly calls = new Set<Call>()
  private state: 'new' | 'connected' | 'closed' = 'new'

  constructor(settings: ConnectionSettings, deadlines: Deadlines, ports: ClusterClientPorts) {
    this.settings = settings
    this.deadlines = deadlines
    this.ports = ports
    this.brokers = new Brokers({
      cluster: settings.bootstrapServers.join(', '),
      readOnly: settings.readOnly,
      connectMs: deadlines.connect,
      onRequest: (name) => this.count.add(name),
      ...ports,
    })
    this.coordinators = new Coordinators(this.brokers, this.book)
  }

  async connect(signal: AbortSignal): Promise<ConnectionInfo> {
    const seeds = parseAddresses(this.settings.bootstrapServers)
    return this.run(this.deadlines.connect, signal, async (call) => {
      this.brokers.start(seeds)
      const { list, ranges } = await this.brokers.seed(call, async (via) => ({
        list: await readBrokers(via, RequestCount.opening),
        ranges: via.ranges,
      }))
      this.brokers.learn(list.brokers)
      await this.brokers.reachOne(call)
      if (this.state === 'new') this.state = 'connected'
      return { clusterId: list.clusterId, kafkaVersion: kafkaRelease(ranges), brokers: list.brokers.length }
    })
  }

  async metadata(topics: 'all' | readonly string[], signal: AbortSignal): Promise<ClusterMetadata> {
    return this.request(signal, (call) => this.readMetadata(topics === 'all' ? null : topics, call))
  }

  async listGroups(signal: AbortSignal): Promise<GroupList> {
    return this.request(signal, async (call) => {
      if (this.brokers.age > brokersFreshMs) await this.brokers.refresh(call)
      const lists = await Promise.all(
        this.brokers.ids.map(async (broker) => ({ broker, list: await this.listOf(broker, call) })),
      )
      return {
        groups: lists.flatMap(({ list }) => (list.ok ? list.value : [])),
        failures: lists.flatMap(({ broker, list }) => (list.ok ? [] : [{ broker, error: list.error }])),
      }
    })
  }

  async describeGroups(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Outcome<GroupDescription>>> {
    return this.request(signal, (call) =>
      this.coordinators.askAll(
        {
          groups,
          patienceMs: lookPatienceMs,
          ask: (via, broker, ids) =>
            new Description(via, broker, this.ports.log).of(ids, (id) => this.book.typeOf(id)),
        },
        call,
      ),
    )
  }

  async committed(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Outcome<Commits>>> {
    return this.request(signal, (call) =>
      this.coordinators.askAll(
        {
          groups,
          patienceMs: lookPatienceMs,
          ask: async (via, _broker, ids) => {
            const share = ids.filter((id) => this.book.typeOf(id) === 'share')
            const others = ids.filter((id) => this.book.typeOf(id) !== 'share')
            const [starts, commits] = await Promise.all([
              readShareOffsets(via, share),
              readCommitted(via, others),
            ])
            return new Map([...starts, ...commits])
          },
        },
        call,
      ),
    )
  }

  async offsets(
    partitions: readonly TopicPartition[],
    at: OffsetSpec,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<FoundOffsets> {
    return this.request(signal, (call) =>
      new LogOffsets(this.brokers, at, (topics) => this.readMetadata(topics, call), call).of(
        partitions,
        leaders,
      ),
    )
  }

  async fetch(
    place: LogPlace,
    limits: FetchLimits,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<FetchedLog> {
    return this.request(signal, (call) => {
      const refresh = (topics: readonly string[]) => this.readMetadata(topics, call)
      return fetchLog(place, limits, leaders, { brokers: this.brokers, refresh, call })
    })
  }

  async fetchEach(
    places: readonly LogPlace[],
    limits: FetchLimits,
    leaders: ClusterMetadata | null,
    signal: AbortSignal,
  ): Promise<FetchedLogs> {
    return this.request(signal, (call) => {
      const refresh = (topics: readonly string[]) => this.readMetadata(topics, call)
      return fetchLogs(places, limits, leaders, { brokers: this.brokers, refresh, call })
    })
  }

  async commit(group: GroupRef, rows: readonly CommitRow[], signal: AbortSignal): Promise<RowResults> {
    return this.request(signal, (call) =>
      group.type === 'share'
        ? this.change(group, 'commit', call, (via) => sendShareOffsets(via, group.id, rows))
        : storeInOrder(commitChunks(group.id, rows), (chunk) =>
            this.change(group, 'commit', call, (via) => sendCommit(via, group.id, chunk)),
          ),
    )
  }

  async deleteOffsets(
    group: GroupRef,
    partitions: readonly TopicPartition[],
    signal: AbortSignal,
  ): Promise<RowResults> {
    return this.request(signal, (call) =>
      this.change(group, 'deleteOffsets', call, (via) =>
        group.type === 'share'
          ? sendShareOffsetDelete(via, group.id, partitions)
          : sendOffsetDelete(via, group.id, partitions),
      ),
    )
  }

  async deleteGroups(
    groups: readonly GroupRef[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LaglineError | null>> {
    return this.request(signal, async (call) => {
      const outcomes = await this.coordinators.askAll<null>(
        {
          groups,
          toDo: 'deleteGroup',
          patienceMs: this.deadlines.request,
          ask: async (via, _broker, ids) => {
            const answer = await via.send(deleteGroups, { groups: ids })
            return new Map(
              answer.groups.map(({ id, error }): [string, Answered<null>] => [id, deletion(id, error)]),
            )
          },
        },
        call,
      )
      return new Map([...outcomes].map(([id, outcome]) => [id, outcome.ok ? null : outcome.error]))
    })
  }

  async groupConfigs(
    group: string,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string>> {
    return this.request(signal, (call) =>
      this.brokers.anywhere(call, (via) => readGroupConfigs(via, group, names)),
    )
  }

  requestCounts(): ReadonlyMap<string, number> {
    return this.count.byName()
  }

  close(): Promise<void> {
    this.state = 'closed'
    for (const call of this.calls) call.end('cancelled')
    this.brokers.close()
    return Promise.resolve()
  }

  private async readMetadata(topics: readonly string[] | null, call: Call): Promise<ClusterMetadata> {
    const read = await this.brokers.anywhere(call, (via) => readMetadata(via, topics))
    this.brokers.learn(read.brokers)
    return read
  }

  private async listOf(broker: number, call: Call): Promise<Outcome<GroupList['groups']>> {
    try {
      for (let tries = listingTries; ; tries--) {
        const { error, groups } = await this.brokers.at(broker, call, (via) => readGroups(via, broker, []))
        if (error === KafkaError.none) {
          this.book.listed(broker, groups)
          return { ok: true, value: groups }
        }
        if (!coordinatorMoved(error) || tries <= 1) return listingError(broker, error)
        await call.sleep(listingPauseMs)
      }
    } catch (thrown) {
      if (thrown instanceof CallOver)
        return { ok: false, error: callError(thrown.end, this.settings.bootstrapServers.join(', '), call.ms) }
      return { ok: false, error: toLaglineError(thrown) }
    }
  }

  /** A change to one group's offsets: one request, sent again only where the coordinator said that it did nothing. */
  private async change(
    group: GroupRef,
    toDo: 'commit' | 'deleteOffsets',
    call: Call,
    send: (via: Via) => Promise<Answered<RowResults>>,
  ): Promise<RowResults> {
    const outcomes = await this.coordinators.askAll<RowResults>(
      {
        groups: [group],
        toDo,
        patienceMs: this.deadlines.request,
        ask: async (via) => new Map([[group.id, await send(via)]]),
      },
      call,
    )
    return valueOf(outcomes.get(group.id))
  }

  private async request<T>(signal: AbortSignal, work: (call: Call) => Promise<T>): Promise<T> {
    if (this.state === 'new') throw this.brokers.notConnected()
    return this.run(this.deadlines.request, signal, work)
  }

  /** Every call: within its deadline, ended by its signal and by `close()`. */
  private async run<T>(ms: number, signal: AbortSignal, work: (call: Call) => Promise<T>): Promise<T> {
    if (this.state === 'closed') throw this.brokers.notConnected()
    const call = new Call(ms, signal, this.ports.clock)
    this.calls.add(call)
    const who = this.settings.bootstrapServers.join(', ')
    try {
      const result = await work(call)
      // What was asked about many things ends with an error for each; cancelled as a whole it ends as a whole.
      if (call.ended === 'cancelled') throw callError('cancelled', who, ms, call.wrote)
      return result
    } catch (thrown) {
      if (call.ended === 'cancelled') throw callError('cancelled', who, ms, call.wrote)
      if (thrown instanceof CallOver) throw callError(thrown.end, who, ms, call.wrote)
      throw toLaglineError(thrown)
    } finally {
      this.calls.delete(call)
      call.dispose()
    }
  }
}

function deletion(group: string, error: number): Answered<null> {
  if (coordinatorMoved(error)) return { moved: error }
  if (error === KafkaError.none) return { ok: true, value: null }
  return { ok: false, error: brokerError(error, { group, toDo: 'deleteGroup' }) }
}
