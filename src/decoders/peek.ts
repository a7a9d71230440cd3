import { assertNever } from '../model/assert'
import { errorText, isCancelled, laglineError } from '../model/errors'
import type { Clock } from '../model/ports'
import type { LogSource } from '../model/records'
import type { Say } from '../model/text'
import type { TopicPartition } from '../model/topics'
import { recordsDocument, type DecodeAs, type RecordsDocument } from './document'
import type { Looked } from './heading'
import { LogPages, type RecordPage } from './page'
import type { SchemaReader } from './schemas'
import { inTime, isTimeUp, TimeLimit } from './time-up'

/** What a look into a log needs of a cluster. */
export interface PeekSource extends LogSource {
  /** First offset whose record is at least that young (epoch ms); null = none. */
  find(at: TopicPartition, spec: { readonly time: number }, signal: AbortSignal): Promise<bigint | null>
  /** What a group has committed there; null = nothing. */
  committed(group: string, at: TopicPartition, signal: AbortSignal): Promise<bigint | null>
}

/**
 * Where to look. `committed`: round the next record of the group. `older`, `newer`: what lies before and after what is
 * shown.
 */
export type Place =
  | { readonly kind: 'committed' }
  | { readonly kind: 'earliest' }
  | { readonly kind: 'latest' }
  | { readonly kind: 'older' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'offset'; readonly offset: bigint }
  | { readonly kind: 'time'; readonly time: number }

export interface PeekOptions extends TopicPartition {
  /** Name of the cluster. */
  readonly cluster: string
  readonly group: string | null
  /** How long a look may take in all, with what is asked of a schema registry, ms; asked before each. */
  readonly patience: () => number
}

/** Records of one page. */
const pageSize = 50
/** Offsets before the one asked for that are shown with it. */
const before = 10n

/** One look into one log, which moves on when asked to. Nothing joins a group, nothing stays on the cluster. */
export class Peek {
  as: DecodeAs = { key: 'auto', value: 'auto' }
  private readonly options: PeekOptions
  private readonly source: PeekSource
  private readonly pages: LogPages
  private readonly clock: Clock
  private last: Looked | null = null
  private aimed: bigint | null = null
  /** Until when what was looked at is to be shown, epoch ms; null = it has been. */
  private until: number | null = null

  constructor(options: PeekOptions, source: PeekSource, clock: Clock) {
    this.options = options
    this.source = source
    this.pages = new LogPages(source, { topic: options.topic, partition: options.partition })
    this.clock = clock
  }

  /** The offset that was asked for, where the last look was for one: to be shown first. */
  get aim(): bigint | null {
    return this.aimed
  }

  /**
   * Reads what stands there. What was shown stays where it fails; where the time is up, what has been read counts.
   * @throws LaglineError with code `timedOut` where nothing had been read by then
   */
  async look(place: Place, signal: AbortSignal): Promise<void> {
    const ms = this.options.patience()
    const limit = new TimeLimit(ms, this.clock, signal)
    this.until = this.clock.now() + ms
    try {
      await this.lookWithin(place, ms, limit.signal)
    } catch (error) {
      if (!isTimeUp(limit.signal) || !isCancelled(error)) throw error
      throw laglineError('timedOut', errorText('error.timedOut.records', ms / 1000), { cause: error })
    } finally {
      limit.dispose()
    }
  }

  private async lookWithin(place: Place, ms: number, signal: AbortSignal): Promise<void> {
    const { topic, partition, cluster, group } = this.options
    const asked = place.kind === 'time' ? place.time : null
    const [committed, found] = await Promise.all([
      group === null ? null : this.source.committed(group, { topic, partition }, signal),
      asked === null ? null : this.source.find({ topic, partition }, { time: asked }, signal),
    ])
    const page = await this.page(place, committed, found, signal)
    this.last = {
      page,
      cluster,
      readAt: this.clock.now(),
      timeUp: page.late ? ms : null,
      group: group === null ? null : { id: group, committed },
      time: asked === null ? null : { asked, found },
    }
    this.aimed = place.kind === 'offset' ? place.offset : place.kind === 'committed' ? committed : found
  }

  /** What was read, as a text. @throws LaglineError */
  async document(say: Say, schemas: SchemaReader | null, signal: AbortSignal): Promise<RecordsDocument> {
    const left = this.until === null ? this.options.patience() : this.until - this.clock.now()
    this.until = null
    const limit = new TimeLimit(left, this.clock, signal)
    try {
      const timely = schemas === null ? null : inTime(schemas, limit.signal)
      return await recordsDocument(this.looked(), this.as, timely, say, signal)
    } finally {
      limit.dispose()
    }
  }

  private looked(): Looked {
    if (this.last === null)
      throw laglineError('unexpected', errorText('error.unexpected', 'nothing was read'))
    return this.last
  }

  private page(
    place: Place,
    committed: bigint | null,
    found: bigint | null,
    signal: AbortSignal,
  ): Promise<RecordPage> {
    switch (place.kind) {
      case 'offset':
        return this.around(place.offset, signal)
      case 'committed':
        return committed === null ? this.newest(signal) : this.around(committed, signal)
      case 'time':
        return found === null ? this.newest(signal) : this.around(found, signal)
      case 'earliest':
        return this.pages.forward(0n, pageSize, signal)
      case 'latest':
        return this.newest(signal)
      case 'older':
        return this.older(signal)
      case 'newer':
        return this.newer(signal)
      default:
        return assertNever(place)
    }
  }

  private async around(offset: bigint, signal: AbortSignal): Promise<RecordPage> {
    const page = await this.pages.forward(offset > before ? offset - before : 0n, pageSize, signal)
    return page.entries.length > 0 ? page : this.pages.backward(page.from, pageSize, signal)
  }

  private async newest(signal: AbortSignal): Promise<RecordPage> {
    const { topic, partition } = this.options
    const end = await this.source.endOf({ topic, partition }, 'latest', signal)
    return this.pages.backward(end, pageSize, signal)
  }

  /** Where nothing is older, what is shown is read anew. */
  private older(signal: AbortSignal): Promise<RecordPage> {
    const { page } = this.looked()
    return page.start !== null && page.from <= page.start
      ? this.pages.forward(page.from, pageSize, signal)
      : this.pages.backward(page.from, pageSize, signal)
  }

  /** Where nothing is newer, what is shown stays, read anew. */
  private async newer(signal: AbortSignal): Promise<RecordPage> {
    const { page } = this.looked()
    const next = await this.pages.forward(page.next, pageSize, signal)
    return next.entries.length > 0 ? next : this.pages.backward(next.next, pageSize, signal)
  }
}
