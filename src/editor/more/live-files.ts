import type * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { ClusterAsk, ClusterSnapshot, Linter } from '../../lint/index'
import { Disposables } from '../../model/disposables'
import { Emitter } from '../../model/emitter'
import type { Disposable } from '../../model/ports'
import type { Parts } from '../parts'
import { settings } from '../settings/settings'
import type { FileChoices } from './file-choices'
import { certainRelease, tieOf, type Candidate } from './tie'

/** What the linter is told of the cluster that a file is held against. */
export interface LiveFacts {
  readonly snapshot: ClusterSnapshot | null
  readonly clusterName: string
  readonly kafkaVersion: string | null
}

/** An open file, and the cluster it is held against. */
interface Followed {
  readonly document: vscode.TextDocument
  /** Of the text that `ask` is about; -1 = none yet. */
  version: number
  ask: ClusterAsk | null
  cluster: Cluster | null
  watch: Disposable | null
}

/** Ties open files to connected clusters, and keeps what those have fresh as long as a file is held against it. */
export class LiveFiles implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly linter: Linter
  private readonly choices: FileChoices
  private readonly files = new Map<string, Followed>()
  private readonly changed = this.owned.add(new Emitter<readonly vscode.TextDocument[]>())
  /** Something has changed for these files: their cluster, or what it has. */
  readonly onDidChange = this.changed.event

  constructor(parts: Parts, linter: Linter, choices: FileChoices) {
    this.parts = parts
    this.linter = linter
    this.choices = choices
    const { registry } = parts
    this.owned.add(registry.onDidChangeList(() => this.tieAgain()))
    this.owned.add(
      registry.onDidChange(({ cluster, event }) => {
        if (event.kind === 'connection') this.tieAgain()
        else if (event.kind === 'live') this.tell((file) => file.cluster?.settings.id === cluster)
      }),
    )
  }

  /** Takes a file up, or anew after it or a setting has changed. */
  follow(document: vscode.TextDocument): void {
    const key = document.uri.toString()
    const known = this.files.get(key)
    if (known?.document === document) {
      this.tie(known)
      return
    }
    known?.watch?.dispose()
    const file: Followed = { document, version: -1, ask: null, cluster: null, watch: null }
    this.files.set(key, file)
    this.tie(file)
  }

  drop(uri: vscode.Uri): void {
    const key = uri.toString()
    this.files.get(key)?.watch?.dispose()
    this.files.delete(key)
  }

  /** Whether a file is one that may be held against a cluster, as far as that has been looked at. */
  isKafka(document: vscode.TextDocument): boolean {
    return (this.files.get(document.uri.toString())?.ask ?? null) !== null
  }

  /** What a file wants to know of a cluster; null where it is not Kafka's. */
  asks(document: vscode.TextDocument): ClusterAsk | null {
    const { fileName, languageId } = document
    try {
      return this.linter.asks({ fileName, languageId, text: document.getText() })
    } catch (error) {
      this.parts.log.error(`what ${fileName} is for could not be found`, error)
      return null
    }
  }

  /** The cluster that a file is held against; null = none. */
  clusterOf(document: vscode.TextDocument): Cluster | null {
    return this.files.get(document.uri.toString())?.cluster ?? null
  }

  of(document: vscode.TextDocument): LiveFacts | null {
    const cluster = this.clusterOf(document)
    if (cluster?.state.kind !== 'connected') return null
    const kafkaVersion = certainRelease(cluster.state.info.kafkaVersion)
    return { snapshot: cluster.live.snapshot, clusterName: cluster.settings.name, kafkaVersion }
  }

  /** Looks again which cluster each file is for. */
  tieAgain(): void {
    const moved = new Set([...this.files.values()].filter((file) => this.tie(file)))
    this.tell((file) => moved.has(file))
  }

  dispose(): void {
    for (const { watch } of this.files.values()) watch?.dispose()
    this.files.clear()
    this.owned.dispose()
  }

  private tell(concerned: (file: Followed) => boolean): void {
    const documents = [...this.files.values()].filter(concerned).map(({ document }) => document)
    if (documents.length > 0) this.changed.fire(documents)
  }

  /** True where the file is now for another cluster than before. */
  private tie(file: Followed): boolean {
    const before = file.cluster
    const asked = file.ask
    file.cluster = this.find(file)
    const moved = file.cluster !== before
    if (moved || JSON.stringify(file.ask) !== JSON.stringify(asked)) {
      const watch = file.ask === null ? null : (file.cluster?.live.watch(file.ask) ?? null)
      // The new one first, so that what is being read for both goes on.
      file.watch?.dispose()
      file.watch = watch
    }
    return moved
  }

  private find(file: Followed): Cluster | null {
    const { document } = file
    const connected = this.parts.registry.clusters.filter(({ state }) => state.kind === 'connected')
    if (connected.length === 0) return null
    if (file.version !== document.version) {
      file.ask = this.asks(document)
      file.version = document.version
    }
    const choice = this.choices.of(document.uri)
    const setting = settings.lint(document).cluster
    const id = tieOf({ choice, setting, servers: file.ask?.servers ?? [] }, connected.map(candidateOf))
    return connected.find((cluster) => cluster.settings.id === id) ?? null
  }
}

function candidateOf({ settings: { id, name, bootstrapServers }, state }: Cluster): Candidate {
  const advertised = state.kind === 'connected' ? state.info.advertised : []
  return { id, name, servers: [...bootstrapServers, ...advertised] }
}
