import { Disposables } from '../model/disposables'
import { isCancelled } from '../model/errors'
import type { Emitter } from '../model/emitter'
import type { Clock, Disposable, Log } from '../model/ports'
import type { Connection } from './connection'
import { MOST_TOPICS, readLive, type LiveQuestion, type LiveSnapshot } from './live-reading'
import type { Planner } from './planning'
import type { ClusterEvent } from './types'

/** Settings change seldom: what was read counts for so long, ms. */
const FRESH_MS = 60_000
/** That of a cluster with more topics than are read, ms: its list of topics is long. */
const FRESH_LONG_MS = 600_000
/** A new question waits until so long after the last reading, ms. */
const APART_MS = 3_000

/** What a reading was for, and what it found. */
interface Known {
  readonly question: LiveQuestion
  readonly snapshot: LiveSnapshot
  /** The same for the same snapshot. */
  readonly print: string
}

/**
 * Settings of one cluster's brokers, topics and groups, for whoever holds files against them. Read while somebody
 * watches, and only while the cluster is connected: it never connects by itself.
 */
export class LiveSettings implements Disposable {
  private readonly connection: Connection
  private readonly planner: Pick<Planner, 'ref'>
  private readonly ports: { readonly clock: Clock; readonly log: Log }
  private readonly events: Pick<Emitter<ClusterEvent>, 'fire'>
  private readonly owned = new Disposables()
  private readonly questions = new Set<LiveQuestion>()
  private known: Known | null = null
  private reading: AbortController | null = null
  private timer: Disposable | null = null
  /** When the last reading began, epoch ms. */
  private triedAt = -Infinity
  private failed = false

  constructor(
    connection: Connection,
    planner: Pick<Planner, 'ref'>,
    ports: { readonly clock: Clock; readonly log: Log },
    events: Pick<Emitter<ClusterEvent>, 'fire'>,
  ) {
    this.connection = connection
    this.planner = planner
    this.ports = ports
    this.events = events
    this.owned.add(
      connection.onDidChange(({ kind }) => {
        if (kind !== 'connected') this.forget()
        this.wake()
      }),
    )
  }

  /** What was last read; null where the cluster is not connected, or nothing was read yet. */
  get snapshot(): LiveSnapshot | null {
    return this.connection.state.kind === 'connected' ? (this.known?.snapshot ?? null) : null
  }

  /** Keeps the answer to a question fresh until disposed. The union of all questions is read at once. */
  watch(question: LiveQuestion): Disposable {
    this.questions.add(question)
    this.wake()
    return {
      dispose: () => {
        this.questions.delete(question)
        if (this.questions.size === 0) this.reading?.abort()
        this.wake()
      },
    }
  }

  dispose(): void {
    this.questions.clear()
    this.forget()
    this.timer?.dispose()
    this.timer = null
    this.owned.dispose()
  }

  private forget(): void {
    this.known = null
    this.triedAt = -Infinity
    this.failed = false
    this.reading?.abort()
  }

  /** Sets the timer for the next reading; none where nobody watches or nothing can be read. */
  private wake(): void {
    this.timer?.dispose()
    this.timer = null
    if (this.owned.disposed || this.reading !== null || this.questions.size === 0) return
    if (this.connection.state.kind !== 'connected') return
    const wait = Math.max(0, this.triedAt + this.pause() - this.ports.clock.now())
    this.timer = this.ports.clock.after(wait, () => {
      this.timer = null
      void this.read()
    })
  }

  private pause(): number {
    if (this.failed) return FRESH_MS
    if (this.known === null || !covers(this.known.question, unionOf(this.questions))) return APART_MS
    return Object.keys(this.known.snapshot.topics).length > MOST_TOPICS ? FRESH_LONG_MS : FRESH_MS
  }

  private async read(): Promise<void> {
    const { clock, log } = this.ports
    const own = (this.reading = new AbortController())
    const question = unionOf(this.questions)
    this.triedAt = clock.now()
    try {
      const refOf = (group: string) => this.planner.ref(group)
      const snapshot = await this.connection.use((client) => readLive(client, question, refOf, own.signal))
      if (!own.signal.aborted) this.take({ question, snapshot, print: JSON.stringify(snapshot) })
    } catch (error) {
      if (!own.signal.aborted) this.failed = true
      if (!isCancelled(error)) log.info(`the settings of a cluster could not be read: ${String(error)}`)
    } finally {
      this.reading = null
      this.wake()
    }
  }

  private take(known: Known): void {
    const before = this.known?.print
    this.known = known
    this.failed = false
    if (before !== known.print) this.events.fire({ kind: 'live' })
  }
}

function unionOf(questions: Iterable<LiveQuestion>): LiveQuestion {
  const all = [...questions]
  const union = (names: (question: LiveQuestion) => readonly string[]): string[] =>
    [...new Set(all.flatMap(names))].sort()
  return {
    brokerKeys: union(({ brokerKeys }) => brokerKeys),
    topicKeys: union(({ topicKeys }) => topicKeys),
    groups: union(({ groups }) => groups),
    topics: union(({ topics }) => topics),
    everyTopic: all.some(({ everyTopic }) => everyTopic),
  }
}

/** Whether what was read for `known` answers `asked` too. */
function covers(known: LiveQuestion, asked: LiveQuestion): boolean {
  const holds = (have: readonly string[], want: readonly string[]): boolean => {
    const all = new Set(have)
    return want.every((name) => all.has(name))
  }
  return (
    (known.everyTopic || !asked.everyTopic) &&
    holds(known.brokerKeys, asked.brokerKeys) &&
    holds(known.topicKeys, asked.topicKeys) &&
    holds(known.groups, asked.groups) &&
    holds(known.topics, asked.topics)
  )
}
