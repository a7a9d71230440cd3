import { assertNever } from '../model/assert'
import { Disposables } from '../model/disposables'
import type { Emitter } from '../model/emitter'
import { isCancelled } from '../model/errors'
import type { Clock, Disposable, Log } from '../model/ports'
import type { PollIntervals, WatchSpeed } from './cluster'
import type { Connection } from './connection'
import { readBeat, wantedOf, type Wanted } from './reading'
import type { Seen } from './seen'
import type { ClusterEvent, Interest } from './types'

export interface SamplerPorts {
  readonly clock: Clock
  readonly log: Log
  readonly poll: () => PollIntervals
}

interface Watch {
  readonly interest: Interest
  readonly speed: WatchSpeed
  /** Epoch ms; 0 = never read. */
  readAt: number
}

/** Beats this close together become one, ms. */
const TOGETHER_MS = 250
/** Faster than this a setting cannot make it, ms. */
const MIN_INTERVAL_MS = 500

/**
 * Reads what is watched, and only that: one batch per beat for all that is due, never two beats at a time. A beat that
 * fails keeps the last values with the error beside them; the next one tries again.
 */
export class Sampler implements Disposable {
  private readonly connection: Connection
  private readonly seen: Seen
  private readonly ports: SamplerPorts
  private readonly events: Pick<Emitter<ClusterEvent>, 'fire'>
  private readonly watches = new Set<Watch>()
  private readonly owned = new Disposables()
  private readonly ended = new AbortController()
  private timer: Disposable | null = null
  /** The reading under way; beats and refreshes stand in line behind it. */
  private line: Promise<unknown> = Promise.resolve()
  private beating = false

  constructor(
    connection: Connection,
    seen: Seen,
    ports: SamplerPorts,
    events: Pick<Emitter<ClusterEvent>, 'fire'>,
  ) {
    this.connection = connection
    this.seen = seen
    this.ports = ports
    this.events = events
    this.owned.add(connection.onDidChange(() => this.wake()))
  }

  watch(interest: Interest, speed: WatchSpeed): Disposable {
    const watch: Watch = { interest, speed, readAt: 0 }
    this.watches.add(watch)
    this.wake()
    return {
      dispose: () => {
        this.watches.delete(watch)
        this.wake()
      },
    }
  }

  /** Reads now, after what is being read. Rejects when cancelled or not connected. */
  async refresh(interest: Interest, signal: AbortSignal): Promise<void> {
    const both = AbortSignal.any([signal, this.ended.signal])
    const at = this.ports.clock.now()
    await this.inLine(() => this.read(wantedOf([interest]), both))
    for (const watch of this.watches) if (sameInterest(watch.interest, interest)) watch.readAt = at
  }

  /** Reads a group, or everything that is watched (null), at the next opportunity. */
  readSoon(group: string | null): void {
    for (const watch of this.watches) {
      const { interest } = watch
      if (
        group === null ||
        interest.kind === 'groups' ||
        (interest.kind === 'group' && interest.group === group)
      )
        watch.readAt = 0
    }
    this.wake()
  }

  /** What was read counts no more: a new connection begins from nothing. */
  forget(): void {
    this.readSoon(null)
  }

  /** Sets the timer for the earliest beat that is due; none where nobody watches or nothing can be read. */
  wake(): void {
    this.timer?.dispose()
    this.timer = null
    if (this.owned.disposed || this.beating || this.watches.size === 0) return
    const { state } = this.connection
    if (state.kind === 'disconnected' || state.kind === 'connecting') return
    const now = this.ports.clock.now()
    let wait = Infinity
    for (const watch of this.watches) wait = Math.min(wait, this.dueAt(watch) - now)
    if (state.kind === 'failed') {
      // Only a connection that once stood comes back by itself; `recover` knows when.
      const attempt = this.connection.recoversAt
      if (attempt === null) return
      wait = Math.max(attempt - now, 0)
    }
    this.timer = this.ports.clock.after(Math.max(0, wait), () => {
      this.timer = null
      void this.beat()
    })
  }

  dispose(): void {
    this.ended.abort()
    this.timer?.dispose()
    this.timer = null
    this.watches.clear()
    this.owned.dispose()
  }

  private async beat(): Promise<void> {
    this.beating = true
    try {
      await this.inLine(async () => {
        if (!(await this.connection.recover(this.ended.signal))) return
        const now = this.ports.clock.now()
        const due = [...this.watches].filter((watch) => this.dueAt(watch) - now <= TOGETHER_MS)
        for (const watch of due) watch.readAt = now
        await this.read(wantedOf(due.map((watch) => watch.interest)), this.ended.signal)
      })
    } catch (error) {
      if (!isCancelled(error) && !this.ended.signal.aborted)
        this.ports.log.info(`a reading failed: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      this.beating = false
      this.wake()
    }
  }

  private async read(wanted: Wanted, signal: AbortSignal): Promise<void> {
    const at = this.ports.clock.now()
    const known = { listings: this.seen.listings, starts: this.seen.freshStarts(at) }
    const reading = await this.connection.use((client) => readBeat(client, wanted, known, signal))
    // A connection closed meanwhile has nothing to say any more.
    if (signal.aborted || this.connection.state.kind !== 'connected') return
    this.seen.take(reading, wanted, this.ports.clock.now())
    this.tell(wanted)
    if (reading.silence !== null) await this.connection.suspect(reading.silence)
  }

  private tell(wanted: Wanted): void {
    if (wanted.list) this.events.fire({ kind: 'groups' })
    for (const group of wanted.groups) this.events.fire({ kind: 'group', group })
    if (wanted.topics || wanted.brokers || wanted.topicEnds.size > 0) this.events.fire({ kind: 'topics' })
  }

  private inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.line.then(work)
    this.line = turn.catch(() => undefined)
    return turn
  }

  private dueAt(watch: Watch): number {
    return watch.readAt === 0 ? 0 : watch.readAt + this.interval(watch.speed)
  }

  private interval(speed: WatchSpeed): number {
    const { treeMs, chartMs } = this.ports.poll()
    return Math.max(MIN_INTERVAL_MS, speed === 'chart' ? chartMs : treeMs)
  }
}

function sameInterest(a: Interest, b: Interest): boolean {
  if (a.kind !== b.kind) return false
  switch (a.kind) {
    case 'groups':
    case 'topics':
    case 'brokers':
      return true
    case 'group':
      return b.kind === 'group' && a.group === b.group
    case 'topic':
      return b.kind === 'topic' && a.topic === b.topic
    default:
      return assertNever(a)
  }
}
