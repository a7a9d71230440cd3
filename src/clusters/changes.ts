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
}

/** Whose record was written. `cluster` is Lagline's id. */
export interface RecordChange {
  readonly cluster: string
  readonly group: string
}

/** How many records are kept: years of work by hand, and still read in well under a second. */
export const RECORDS_KEPT = 500
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
    const record: ChangeRecord = { ...draft, tool: this.ports.tool }
    await this.write(record)
    await this.dropOldest()
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

  /** As `list`, of what has been loaded so far. */
  known(cluster: string, group?: string): readonly ChangeRecord[] {
    return [...this.records.values()]
      .filter((r) => r.cluster.id === cluster && (group === undefined || r.group.id === group))
      .sort(newestFirst)
  }

  /** The newest change of a group that stored something, or may have, and was not undone. */
  undoable(cluster: string, group: string): ChangeRecord | null {
    const records = this.known(cluster, group)
    const undone = new Set(records.map((r) => (r.state === 'verified' ? r.undoes : null)))
    return records.find((r) => mayHaveStored(r) && !undone.has(r.id)) ?? null
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

  /** Removes what is beyond the limit, oldest first, but never what somebody may still want to undo. */
  private async dropOldest(): Promise<void> {
    let excess = this.records.size - RECORDS_KEPT
    if (excess <= 0) return
    for (const record of [...this.records.values()].sort(newestFirst).reverse()) {
      if (excess <= 0) return
      if (record.state === 'sent') continue
      if (this.undoable(record.cluster.id, record.group.id)?.id === record.id) continue
      try {
        await this.ports.files.remove(`${record.id}${SUFFIX}`)
        this.records.delete(record.id)
        excess -= 1
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

/** An undo is not undone in turn; a change of which every row failed has nothing to bring back. */
function mayHaveStored(record: ChangeRecord): boolean {
  if (record.kind === 'undo' || record.state === 'planned') return false
  return record.rows.some((row) => row.error === null)
}

function storageError(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  return laglineError('storage', errorText('error.storage', reason), { cause: error })
}
