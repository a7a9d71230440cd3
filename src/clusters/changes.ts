import type { ChangeRecord } from '../model/change'
import { errorText, laglineError } from '../model/errors'
import { Emitter, type Event } from '../model/emitter'
import type { Disposable, FileStore, Log } from '../model/ports'
import { parseRecord, serializeRecord } from '../offsets/record'

/** What the records need of the world. */
export interface ChangesPorts {
  /** The folder `changes`; nothing else is in it. */
  readonly files: FileStore
  readonly log: Log
  /** Name and version, written into every record. */
  readonly tool: string
  /** Who works here, written into every record; absent where the system does not tell. */
  readonly user?: string
}

/** Whose record was written. `cluster` is Lagline's id. */
export interface RecordChange {
  readonly cluster: string
  readonly group: string
}

/** How many records are kept: years of work by hand, and still read in well under a second. */
export const RECORDS_KEPT = 500
/** Beyond `RECORDS_KEPT` only what can still be undone is kept, and of that no more than this in all. */
export const RECORDS_AT_MOST = 2_000
/** Files read at once while loading. */
const READ_TOGETHER = 16
const SUFFIX = '.json'

/** The change records on disk, one file each. Read when first needed, then kept in memory. */
export class Changes implements Disposable {
  readonly onDidChange: Event<RecordChange>
  private readonly ports: ChangesPorts
  private readonly emitter: Emitter<RecordChange>
  private readonly records = new Map<string, ChangeRecord>()
  private loading: Promise<void> | null = null

  constructor(ports: ChangesPorts) {
    this.ports = ports
    this.emitter = new Emitter((error) => ports.log.error('a listener of the change records failed', error))
    this.onDidChange = this.emitter.event
  }

  /** Reads the folder once. What cannot be read or understood is left where it is and logged. */
  load(): Promise<void> {
    this.loading ??= this.readAll().catch((error: unknown) => {
      this.loading = null
      throw storageError(error)
    })
    return this.loading
  }

  /** Reads what other windows wrote since; what is in memory and not on disk any more is forgotten. */
  reload(): Promise<void> {
    this.loading = null
    return this.load()
  }

  /** Writes a new record. Rejects with code `storage`: then nothing may be sent. */
  async create(draft: Omit<ChangeRecord, 'tool'>): Promise<ChangeRecord> {
    await this.load()
    const { tool, user } = this.ports
    const record: ChangeRecord = { ...draft, tool, ...(user === undefined ? {} : { by: user }) }
    await this.write(record)
    await this.dropOldest(record)
    return record
  }

  /** Replaces a record by a newer state of itself. Rejects with code `storage`. */
  async update(record: ChangeRecord): Promise<ChangeRecord> {
    await this.write(record)
    return record
  }

  /** Null where no record has this id. */
  async get(id: string): Promise<ChangeRecord | null> {
    await this.load()
    return this.records.get(id) ?? null
  }

  /** Records of a cluster, or of one group in it, newest first. */
  async list(cluster: string, group?: string): Promise<readonly ChangeRecord[]> {
    await this.load()
    return this.known(cluster, group)
  }

  /** Records of all clusters, newest first. */
  async all(): Promise<readonly ChangeRecord[]> {
    await this.load()
    return [...this.records.values()].sort(newestFirst)
  }

  /** As `list`, of what has been loaded so far. */
  known(cluster: string, group?: string): readonly ChangeRecord[] {
    return [...this.records.values()]
      .filter((r) => r.cluster.id === cluster && (group === undefined || r.group.id === group))
      .sort(newestFirst)
  }

  /** The newest change of a group that stored something, or may have, and was not undone. */
  undoable(cluster: string, group: string): ChangeRecord | null {
    return undoableOf(this.known(cluster, group)).next().value ?? null
  }

  /** True where a change stored something, or may have, and was not undone. */
  canUndo(record: ChangeRecord): boolean {
    const { cluster, group } = record
    for (const undoable of undoableOf(this.known(cluster.id, group.id)))
      if (undoable.id === record.id) return true
    return false
  }

  dispose(): void {
    this.emitter.dispose()
  }

  private async readAll(): Promise<void> {
    const before = [...this.records.keys()]
    const names = (await this.ports.files.list()).filter((name) => name.endsWith(SUFFIX))
    const present = new Set<string>()
    for (let at = 0; at < names.length; at += READ_TOGETHER)
      for (const record of await Promise.all(names.slice(at, at + READ_TOGETHER).map((n) => this.read(n))))
        if (record !== null) {
          this.records.set(record.id, record)
          present.add(record.id)
        }
    for (const id of before) if (!present.has(id)) this.records.delete(id)
  }

  private async read(name: string): Promise<ChangeRecord | null> {
    try {
      const text = await this.ports.files.read(name)
      if (text === null) return null
      const parsed = parseRecord(text)
      if (parsed.ok && `${parsed.value.id}${SUFFIX}` === name) return parsed.value
      const reason = parsed.ok ? `it holds the record ${parsed.value.id}` : parsed.reason
      this.ports.log.warn(`change record ${name} is left alone: ${reason}`)
    } catch (error) {
      this.ports.log.error(`change record ${name} could not be read`, error)
    }
    return null
  }

  private async write(record: ChangeRecord): Promise<void> {
    try {
      await this.ports.files.write(`${record.id}${SUFFIX}`, serializeRecord(record))
    } catch (error) {
      throw storageError(error)
    }
    this.records.set(record.id, record)
    this.emitter.fire({ cluster: record.cluster.id, group: record.group.id })
  }

  /**
   * Removes what is beyond the limits, oldest first: above `RECORDS_KEPT` all but what is unsettled and the newest
   * change of each group that can be undone, above `RECORDS_AT_MOST` also these. Never the one about to be sent.
   */
  private async dropOldest(made: ChangeRecord): Promise<void> {
    if (this.records.size <= RECORDS_KEPT) return
    const oldestFirst = [...this.records.values()].sort(newestFirst).reverse()
    const wanted = stillWanted(oldestFirst.toReversed())
    for (const record of oldestFirst) {
      const { size } = this.records
      if (size <= RECORDS_KEPT) return
      if (record.id === made.id || (size <= RECORDS_AT_MOST && wanted.has(record.id))) continue
      try {
        await this.ports.files.remove(`${record.id}${SUFFIX}`)
        this.records.delete(record.id)
      } catch (error) {
        this.ports.log.error(`old change record ${record.id} could not be removed`, error)
        return
      }
    }
  }
}

function newestFirst(a: ChangeRecord, b: ChangeRecord): number {
  return b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** Of one group's records, newest first, those that can be undone. */
function* undoableOf(records: readonly ChangeRecord[]): Generator<ChangeRecord, undefined> {
  const undone = new Set(records.map((r) => (r.state === 'verified' ? r.undoes : null)))
  for (const record of records) if (mayHaveStored(record) && !undone.has(record.id)) yield record
}

/** Ids of what is unsettled, and of the newest change of each group that can be undone. */
function stillWanted(newestFirst: readonly ChangeRecord[]): ReadonlySet<string> {
  const byGroup = new Map<string, ChangeRecord[]>()
  const wanted = new Set<string>()
  for (const record of newestFirst) {
    const key = JSON.stringify([record.cluster.id, record.group.id])
    const known = byGroup.get(key)
    if (known === undefined) byGroup.set(key, [record])
    else known.push(record)
    if (record.state === 'sent') wanted.add(record.id)
  }
  for (const records of byGroup.values()) {
    const undoable = undoableOf(records).next().value
    if (undoable !== undefined) wanted.add(undoable.id)
  }
  return wanted
}

/** An undo is not undone in turn; a change of which every row failed has nothing to bring back. */
function mayHaveStored(record: ChangeRecord): boolean {
  if (record.kind === 'undo' || record.state === 'planned') return false
  return record.rows.some((row) => row.error === null)
}

function storageError(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  return laglineError('storage', errorText('error.storage', reason), { cause: error })
}
