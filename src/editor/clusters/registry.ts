import type { Cluster } from '../../clusters/cluster'
import type { ClusterEvent } from '../../clusters/types'
import { Disposables } from '../../model/disposables'
import { Emitter } from '../../model/emitter'
import { isCancelled, toLaglineError } from '../../model/errors'
import type { Disposable, Log } from '../../model/ports'
import type { ClusterSettings } from '../../model/settings'

/** A cluster of the settings while it is known, with what this window does to it. */
interface Entry {
  readonly cluster: Cluster
  readonly listening: Disposable
  connecting: AbortController | null
  /** The person closed it, or stopped it connecting: it does not connect again by itself. */
  closed: boolean
}

/** Makes a cluster that is not connected yet. */
export type MakeCluster = (settings: ClusterSettings) => Cluster

/** What happened to one cluster. */
export interface RegistryEvent {
  readonly cluster: string
  readonly event: ClusterEvent
}

/** The clusters of the settings, in their order; follows the settings. */
export class Registry implements Disposable {
  private readonly owned = new Disposables()
  private readonly log: Log
  private readonly load: () => Promise<MakeCluster>
  private readonly list = this.owned.add(new Emitter<void>())
  private readonly events = this.owned.add(new Emitter<RegistryEvent>())
  private entries = new Map<string, Entry>()
  private wanted: readonly ClusterSettings[] = []
  private following = false

  /** The list itself changed: added, removed, renamed, reordered. */
  readonly onDidChangeList = this.list.event
  /** Something changed in one cluster. */
  readonly onDidChange = this.events.event

  constructor(load: () => Promise<MakeCluster>, log: Log) {
    this.load = load
    this.log = log
  }

  get clusters(): readonly Cluster[] {
    return [...this.entries.values()].map(({ cluster }) => cluster)
  }

  get(id: string): Cluster | null {
    return this.entries.get(id)?.cluster ?? null
  }

  /** True until the list of the settings has been taken over. */
  get pending(): boolean {
    return this.following
  }

  /**
   * Takes over the list of the settings; an empty one loads nothing. A cluster whose entry is unchanged goes on as it is; one whose entry changed
   * is made anew and, where it was connected, connects again by itself.
   */
  async follow(list: readonly ClusterSettings[]): Promise<void> {
    this.wanted = list
    if (list.length > 0) this.following = true
    const make = list.length === 0 ? null : await this.load()
    // Another list may have come while the file was loaded: the newest one counts.
    if (this.wanted !== list || this.owned.disposed) return
    this.following = false
    this.takeOver(list, make)
  }

  private takeOver(list: readonly ClusterSettings[], make: MakeCluster | null): void {
    const next = new Map<string, Entry>()
    const again: string[] = []
    for (const settings of list) {
      const known = this.entries.get(settings.id)
      if (known !== undefined && sameSettings(known.cluster.settings, settings)) next.set(settings.id, known)
      else if (make !== null) {
        if (known !== undefined && known.cluster.state.kind === 'connected') again.push(settings.id)
        next.set(settings.id, this.open(make(settings)))
      }
    }
    const old = this.entries
    this.entries = next
    for (const [id, entry] of old) if (next.get(id) !== entry) this.close(entry)
    this.list.fire()
    for (const id of again) void this.connect(id).catch(() => undefined)
  }

  /**
   * Connects; a second call while connecting joins the first. Rejects with the reason, which the row shows too.
   * Ends early by `cancel`.
   */
  async connect(id: string): Promise<void> {
    const entry = this.entries.get(id)
    if (entry === undefined) return
    entry.closed = false
    entry.connecting ??= new AbortController()
    const own = entry.connecting
    try {
      await entry.cluster.connect(own.signal)
    } catch (error) {
      if (isCancelled(error)) this.log.info(`connecting to ${entry.cluster.settings.name} was stopped`)
      else
        this.log.error(
          `could not connect to ${entry.cluster.settings.name}: ${toLaglineError(error).message}`,
          error,
        )
      throw error
    } finally {
      if (entry.connecting === own) entry.connecting = null
    }
  }

  /** True where a cluster is to be connected because somebody looks into it. */
  isWaiting(id: string): boolean {
    const entry = this.entries.get(id)
    return entry !== undefined && !entry.closed && entry.cluster.state.kind === 'disconnected'
  }

  /** Stops connecting. */
  cancel(id: string): void {
    const entry = this.entries.get(id)
    if (entry === undefined) return
    entry.closed = true
    entry.connecting?.abort()
  }

  async disconnect(id: string): Promise<void> {
    this.cancel(id)
    await this.entries.get(id)?.cluster.disconnect()
  }

  dispose(): void {
    for (const entry of this.entries.values()) this.close(entry)
    this.entries.clear()
    this.owned.dispose()
  }

  private open(cluster: Cluster): Entry {
    const { id } = cluster.settings
    const listening = cluster.onDidChange((event) => this.events.fire({ cluster: id, event }))
    return { cluster, listening, connecting: null, closed: false }
  }

  private close(entry: Entry): void {
    entry.listening.dispose()
    entry.connecting?.abort()
    entry.cluster.dispose()
  }
}

function sameSettings(a: ClusterSettings, b: ClusterSettings): boolean {
  return (
    a.name === b.name &&
    a.readOnly === b.readOnly &&
    a.production === b.production &&
    a.schemaRegistry === b.schemaRegistry &&
    JSON.stringify(a.schemaRegistryTls) === JSON.stringify(b.schemaRegistryTls) &&
    a.bootstrapServers.length === b.bootstrapServers.length &&
    a.bootstrapServers.every((server, at) => server === b.bootstrapServers[at])
  )
}
