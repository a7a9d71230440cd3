import type { GroupRef, Outcome } from '../model/cluster-client'
import { isLaglineError, toLaglineError, type LaglineError } from '../model/errors'
import { KafkaError, type KafkaErrorCode } from '../model/kafka-errors'
import { brokerError, coordinatorMoved, type Subject } from './broker-errors'
import type { Brokers, Via } from './brokers'
import { type Call, CallOver } from './call'
import { inGroupsOf, inTurns } from './batches'
import type { GroupBook } from './group-book'
import { chooseVersion } from './versions'
import { findCoordinator } from './wire/find-coordinator'

/** What a coordinator said about one group: an outcome, or that the group is (or may be) elsewhere. */
export type Answered<T> = Outcome<T> | { readonly moved: KafkaErrorCode }

/** Keys in one FindCoordinator. */
const keysAtOnce = 1_000
/** FindCoordinator requests under way at once where a broker takes one key only. */
const lookUpsAtOnce = 16

const firstPauseMs = 100
const longestPauseMs = 1_000

/** What asking coordinators needs. */
export interface Asking<T> {
  readonly groups: readonly GroupRef[]
  /** What is to be done, for the words of an error. */
  readonly toDo?: Subject['toDo']
  /** How long a coordinator that is loading, moving or missing is asked again, ms. */
  readonly patienceMs: number
  /** Asks one coordinator about groups of its own. */
  ask(via: Via, broker: number, groups: readonly string[]): Promise<ReadonlyMap<string, Answered<T>>>
}

/** Asks each group's coordinator: all coordinators at once, each about all its groups, a failure only for its own. */
export class Coordinators {
  private readonly brokers: Brokers
  private readonly book: GroupBook

  constructor(brokers: Brokers, book: GroupBook) {
    this.brokers = brokers
    this.book = book
  }

  /** Every group asked for has an outcome. Never rejects: a call that ends leaves errors behind. */
  async askAll<T>(asking: Asking<T>, call: Call): Promise<Map<string, Outcome<T>>> {
    const round = new Round<T>(asking)
    for (const group of asking.groups) this.book.told(group)
    const until = call.remaining - asking.patienceMs
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      await this.lookUp(round, call)
      await Promise.all(
        [...this.byCoordinator(round)].map(([broker, ids]) => this.askOne(round, broker, ids, call)),
      )
      if (round.open.size === 0) return round.results
      if (call.remaining - pause <= Math.max(0, until)) break
      try {
        await call.sleep(pause)
      } catch (error) {
        if (error instanceof CallOver) break
        throw error
      }
    }
    for (const id of round.open) round.fail(id, round.whyOpen(id))
    return round.results
  }

  private async askOne<T>(
    round: Round<T>,
    broker: number,
    ids: readonly string[],
    call: Call,
  ): Promise<void> {
    try {
      const answers = await this.brokers.at(broker, call, (via) => round.asking.ask(via, broker, ids))
      for (const id of ids) {
        const answer = answers.get(id) ?? { moved: KafkaError.notCoordinator }
        if ('moved' in answer) {
          if (answer.moved !== KafkaError.coordinatorLoadInProgress) this.book.moved(id)
          round.moved(id, answer.moved)
        } else round.settle(id, answer)
      }
    } catch (thrown) {
      const error = toLaglineError(thrown)
      const elsewhere = mayBeElsewhere(error) && call.ended === null
      for (const id of ids) {
        this.book.moved(id)
        if (elsewhere && !round.failedAt(id, broker)) round.lost(id, broker, error)
        else round.fail(id, error)
      }
    }
  }

  /** Finds the coordinators of the groups where none is known. One that has just failed is no news. */
  private async lookUp<T>(round: Round<T>, call: Call): Promise<void> {
    const unknown = [...round.open].filter((id) => this.book.coordinatorOf(id) === undefined)
    if (unknown.length === 0) return
    try {
      const found = await this.brokers.anywhere(call, (via) => findCoordinators(via, unknown))
      await this.meet(
        [...found.values()].map(({ broker }) => broker),
        call,
      )
      for (const [id, { broker, error }] of found) {
        if (error === KafkaError.none) {
          const before = round.failedAt(id, broker)
          if (before) round.fail(id, before)
          else this.book.found(id, broker)
        } else if (coordinatorMoved(error)) round.moved(id, error)
        else round.fail(id, brokerError(error, round.subject(id)))
      }
    } catch (error) {
      for (const id of unknown) round.fail(id, toLaglineError(error))
    }
  }

  /** A coordinator may be a broker that has joined since the brokers were last looked at. */
  private async meet(brokers: readonly number[], call: Call): Promise<void> {
    if (brokers.some((broker) => broker >= 0 && !this.brokers.ids.includes(broker)))
      await this.brokers.refresh(call)
  }

  private byCoordinator<T>(round: Round<T>): Map<number, string[]> {
    const byBroker = new Map<number, string[]>()
    for (const id of round.open) {
      const broker = this.book.coordinatorOf(id)
      if (broker === undefined) continue
      const ids = byBroker.get(broker)
      if (ids) ids.push(id)
      else byBroker.set(broker, [id])
    }
    return byBroker
  }
}

/** How far one call has come. */
class Round<T> {
  readonly asking: Asking<T>
  readonly results = new Map<string, Outcome<T>>()
  /** Groups without an outcome yet. */
  readonly open: Set<string>
  private readonly failures = new Map<string, { broker: number; error: LaglineError }>()
  private readonly codes = new Map<string, KafkaErrorCode>()

  constructor(asking: Asking<T>) {
    this.asking = asking
    this.open = new Set(asking.groups.map(({ id }) => id))
  }

  subject(id: string): Subject {
    const { toDo } = this.asking
    return toDo === undefined ? { group: id } : { group: id, toDo }
  }

  settle(id: string, outcome: Outcome<T>): void {
    this.results.set(id, outcome)
    this.open.delete(id)
  }

  fail(id: string, error: LaglineError): void {
    this.settle(id, { ok: false, error })
  }

  moved(id: string, code: KafkaErrorCode): void {
    this.codes.set(id, code)
  }

  lost(id: string, broker: number, error: LaglineError): void {
    this.failures.set(id, { broker, error })
  }

  failedAt(id: string, broker: number): LaglineError | undefined {
    const failure = this.failures.get(id)
    return failure?.broker === broker ? failure.error : undefined
  }

  whyOpen(id: string): LaglineError {
    const code = this.codes.get(id)
    if (code !== undefined) return brokerError(code, this.subject(id))
    return this.failures.get(id)?.error ?? brokerError(KafkaError.coordinatorNotAvailable, this.subject(id))
  }
}

/** A broker that was not reached, so nothing was done there: the group may have moved to another. */
function mayBeElsewhere(error: LaglineError): boolean {
  if (!isLaglineError(error) || error.maybeSent) return false
  return ['unreachable', 'advertisedUnreachable', 'connectionLost'].includes(error.code)
}

/** Who coordinates each group, or why nobody does; one request where the broker takes many keys (KIP-699). */
export async function findCoordinators(
  via: Via,
  groups: readonly string[],
): Promise<Map<string, { broker: number; error: KafkaErrorCode }>> {
  const atOnce = chooseVersion(findCoordinator, via.ranges) >= 4 ? keysAtOnce : 1
  const found = new Map<string, { broker: number; error: KafkaErrorCode }>()
  await inTurns(inGroupsOf(groups, atOnce), lookUpsAtOnce, async (some) => {
    const { coordinators } = await via.send(findCoordinator, { groups: some })
    for (const { group, broker, error } of coordinators) {
      const id = group ?? some[0]
      if (id !== undefined) found.set(id, { broker, error })
    }
  })
  return found
}
