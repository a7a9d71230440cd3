import {
  errorText,
  isLaglineError,
  laglineError,
  toLaglineError,
  type ErrorCode,
  type LaglineError,
} from '../model/errors'
import type { Broker } from '../model/topics'
import { addressText, type Address } from './address'
import type { Call } from './call'
import { readBrokers } from './cluster-metadata'
import { Link, type LinkOptions } from './link'
import { advertisedError } from './network-errors'
import type { ApiRanges } from './versions'
import type { Answer, Api } from './wire/api'

/**
 * Requests that change a cluster, by number: OffsetCommit, CreateTopics, DeleteTopics, DeleteRecords, AlterConfigs,
 * CreatePartitions, DeleteGroups, IncrementalAlterConfigs, OffsetDelete, AlterShareGroupOffsets,
 * DeleteShareGroupOffsets.
 */
const changing: ReadonlySet<number> = new Set([8, 19, 20, 21, 33, 37, 42, 44, 47, 91, 92])

/** At most so many brokers are tried, at once or one after the other, where any will do. */
const triedAtOnce = 3

/** What the way to a cluster needs. */
export interface BrokersOptions extends LinkOptions {
  /** How the cluster is called where no broker is meant. */
  readonly cluster: string
  readonly readOnly: boolean
}

/** One broker, connected: which requests it takes, and the way to send it some. */
export interface Via {
  readonly ranges: ApiRanges
  send<Q, R extends Answer>(api: Api<Q, R>, body: Q): Promise<R>
}

/** What to ask a broker. */
export type Ask<T> = (via: Via) => Promise<T>

/** The brokers of one cluster and the ways to them. Everything that leaves for a cluster leaves through `send`. */
export class Brokers {
  private readonly options: BrokersOptions
  private readonly links = new Map<string, Link>()
  private seeds: readonly Link[] = []
  private known: ReadonlyMap<number, Broker> = new Map()
  private learntAt = -Infinity

  constructor(options: BrokersOptions) {
    this.options = options
  }

  /** Ids of the brokers last heard of. */
  get ids(): readonly number[] {
    return [...this.known.keys()]
  }

  /** How long ago `ids` was learnt, ms. */
  get age(): number {
    return this.options.clock.now() - this.learntAt
  }

  /** Sets where to begin. */
  start(seeds: readonly Address[]): void {
    this.seeds = seeds.map((address) => this.link(address))
  }

  /** Takes over what an answer says about brokers, and ends the connections to those that are gone. */
  learn(brokers: readonly Broker[]): void {
    this.known = new Map(brokers.map((broker) => [broker.id, broker]))
    this.learntAt = this.options.clock.now()
    const kept = new Set([...this.seeds.map(({ address }) => address), ...brokers.map(addressText)])
    for (const [address, link] of this.links)
      if (!kept.has(address)) {
        link.close()
        this.links.delete(address)
      }
  }

  /** Asks one broker. @throws LaglineError */
  async at<T>(broker: number, call: Call, ask: Ask<T>): Promise<T> {
    const known = this.known.get(broker)
    if (!known) throw laglineError('unreachable', errorText('error.unknownBroker', broker))
    return this.over(this.link(known), call, ask)
  }

  /**
   * Asks any broker: rather one that is connected, and the next where one fails or takes too long.
   * @throws LaglineError of the first that was asked
   */
  async anywhere<T>(call: Call, ask: Ask<T>): Promise<T> {
    return this.oneOf(this.anyLinks(), call, (link, inner) => this.over(link, inner, ask))
  }

  /** As `anywhere`, of what each broker tells of itself alone: `ask` is given its id. */
  async anyone<T>(call: Call, ask: (via: Via, broker: number) => Promise<T>): Promise<T> {
    const all = [...this.known.values()].map((broker) => ({ id: broker.id, link: this.link(broker) }))
    const openFirst = [...all.filter(({ link }) => link.isOpen), ...all.filter(({ link }) => !link.isOpen)]
    return this.oneOf(openFirst.slice(0, triedAtOnce), call, ({ id, link }, inner) =>
      this.over(link, inner, (via) => ask(via, id)),
    )
  }

  private async oneOf<L, T>(
    ways: readonly L[],
    call: Call,
    over: (way: L, inner: Call) => Promise<T>,
  ): Promise<T> {
    let first: LaglineError | undefined
    for (const [index, way] of ways.entries()) {
      try {
        const share = call.remaining / (ways.length - index)
        return await call.within(share, (inner) => over(way, inner))
      } catch (error) {
        const failure = toLaglineError(error)
        first ??= failure
        if (call.ended === 'cancelled' || !betterElsewhere.includes(failure.code)) throw failure
        if (call.ended !== null) throw first
      }
    }
    throw first ?? this.notConnected()
  }

  /**
   * Asks all bootstrap servers at once and takes the first good answer.
   * @throws LaglineError of the first bootstrap server where none answers
   */
  async seed<T>(call: Call, ask: Ask<T>): Promise<T> {
    return firstOf(this.seeds.map((link) => inPart(call, (inner) => this.over(link, inner, ask))))
  }

  /** Learns anew which brokers there are. @throws LaglineError */
  async refresh(call: Call): Promise<void> {
    this.learn((await this.anywhere(call, readBrokers)).brokers)
  }

  /** Makes sure that at least one broker can be reached at the address it advertises. @throws LaglineError */
  async reachOne(call: Call): Promise<void> {
    const some = this.ids.slice(0, triedAtOnce)
    if (some.length === 0) return
    await firstOf(some.map((id) => inPart(call, (inner) => this.at(id, inner, () => Promise.resolve()))))
  }

  close(): void {
    for (const link of this.links.values()) link.close()
  }

  notConnected(): LaglineError {
    return laglineError('notConnected', errorText('error.notConnected', this.options.cluster))
  }

  /** The one place from which requests leave. A cluster marked read-only gets none that changes it. */
  private async sendOver<Q, R extends Answer>(link: Link, api: Api<Q, R>, body: Q, call: Call): Promise<R> {
    const writes = changing.has(api.key)
    if (writes && this.options.readOnly)
      throw laglineError('readOnly', errorText('error.readOnly', this.options.cluster))
    try {
      return await link.send(api, body, writes, call)
    } catch (error) {
      // A broker closes what was idle for long, and a look may be repeated: over a new connection it mostly works.
      const again = isLaglineError(error) && error.code === 'connectionLost' && !writes && call.ended === null
      if (!again) throw error
      return link.send(api, body, writes, call)
    }
  }

  private async over<T>(link: Link, call: Call, ask: Ask<T>): Promise<T> {
    try {
      const ranges = await link.ranges(call)
      return await ask({ ranges, send: (api, body) => this.sendOver(link, api, body, call) })
    } catch (thrown) {
      const error = toLaglineError(thrown)
      // An address that never led anywhere is the broker's own doing; one that once did has only gone down.
      const broker = [...this.known.values()].find((known) => addressText(known) === link.address)
      if (broker === undefined || link.everOpen) throw error
      throw advertisedError(broker.id, link.address, error)
    }
  }

  private link(address: Address): Link {
    const key = addressText(address)
    let link = this.links.get(key)
    if (!link) this.links.set(key, (link = new Link(address, this.options)))
    return link
  }

  private anyLinks(): Link[] {
    const all = new Set([...this.known.values()].map((broker) => this.link(broker)))
    const open = [...all].filter((link) => link.isOpen)
    return [...new Set([...open, ...all, ...this.seeds])].slice(0, triedAtOnce + this.seeds.length)
  }
}

interface Part<T> {
  readonly result: Promise<T>
  /** Ends the work, which then lets go of what only it waits for. */
  leave(): void
}

/** Work that can be left behind when another has answered. */
function inPart<T>(call: Call, work: (inner: Call) => Promise<T>): Part<T> {
  let leave = (): void => undefined
  const result = call.within(call.remaining, (inner) => {
    leave = () => inner.end('cancelled')
    return work(inner)
  })
  return { result, leave: () => leave() }
}

/** What the first that succeeds brings; the error of the first in the list where none does. */
async function firstOf<T>(parts: readonly Part<T>[]): Promise<T> {
  try {
    return await Promise.any(parts.map(({ result }) => result))
  } catch (error) {
    throw error instanceof AggregateError ? (error.errors[0] as unknown) : error
  } finally {
    for (const part of parts) part.leave()
  }
}

/** This broker was not reached, or did not answer: another may do better. */
const betterElsewhere: readonly ErrorCode[] = [
  'unreachable',
  'advertisedUnreachable',
  'connectionLost',
  'notKafka',
  'silent',
  'timedOut',
  'unsupported',
]
