import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { LogReader } from '../../clusters/log-reader'
import type { Peek, PeekSource, Place } from '../../decoders/peek'
import { CommandId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import { partitionKey } from '../../model/topics'
import { withCancel } from '../ask/progress'
import type { Targets } from '../ask/targets'
import type { OffsetCommands } from '../offsets/offset-commands'
import type { Parts } from '../parts'
import { settings } from '../settings/settings'
import { movable } from '../tree/rows/group-row'
import type { TreeNode } from '../tree/nodes'
import { askDecoding } from './ask-decoding'
import { askPlace } from './ask-place'
import { RecordDocuments } from './record-documents'
import { Registries } from './registries'
import { readRecordsUri, recordsUriParts, type RecordsAddress } from './records-uri'

/** The commands that look into logs. Nothing of them changes a cluster but the way to a reset. */
export class PeekCommands implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly targets: Targets
  private readonly offsets: OffsetCommands
  private readonly documents: RecordDocuments
  private readonly registries: Registries

  constructor(parts: Parts, targets: Targets, offsets: OffsetCommands) {
    this.parts = parts
    this.targets = targets
    this.offsets = offsets
    this.documents = this.owned.add(new RecordDocuments(parts))
    this.registries = new Registries(parts)
    const { commands } = parts
    this.owned.add(commands.register(CommandId.partitionPeek, (node) => this.open(node)))
    this.owned.add(commands.register(CommandId.recordsOlder, (uri) => this.move(uri, { kind: 'older' })))
    this.owned.add(commands.register(CommandId.recordsNewer, (uri) => this.move(uri, { kind: 'newer' })))
    this.owned.add(commands.register(CommandId.recordsAt, (uri) => this.move(uri, null)))
    this.owned.add(commands.register(CommandId.recordsDecodeAs, (uri) => this.decodeAs(uri)))
    this.owned.add(
      commands.register(CommandId.recordsResetHere, (uri, at, of) => this.resetHere(uri, at, of)),
    )
    this.owned.add(commands.register(CommandId.clusterRegistryLogin, (node) => this.logIn(node)))
  }

  dispose(): void {
    this.owned.dispose()
  }

  /** From a group's partition the next record it will read, at once; from elsewhere it asks which. */
  private async open(node: TreeNode | undefined): Promise<void> {
    const { cluster, topic, partition, group } = await this.targets.log(node, vscode.l10n.t('Peek Records'))
    const name = partitionKey(topic, partition)
    const place: Place =
      group === null ? await askPlace(titleOf(name), null, this.parts) : { kind: 'committed' }
    const address = { id: this.parts.newId(), cluster: cluster.settings.id, topic, partition, group }
    const title =
      group === null
        ? vscode.l10n.t('Records of {0}', name)
        : vscode.l10n.t('Records of {0} for {1}', name, group)
    // A slash in a group's name would cut the title off.
    const uri = vscode.Uri.from(recordsUriParts(address, title.replaceAll('/', '∕')))
    await this.look(uri, address, cluster, await this.peekOf(address, cluster), place)
  }

  /** @param wanted null = asks which records */
  private async move(given: vscode.Uri | undefined, wanted: Place | null): Promise<void> {
    const uri = recordsUri(given)
    const address = uri === null ? null : readRecordsUri(uri)
    if (uri === null || address === null) return
    const known = this.documents.at(uri)?.peek ?? null
    const ask = known === null ? null : wanted
    const name = partitionKey(address.topic, address.partition)
    const place = ask ?? (await askPlace(titleOf(name), address.group, this.parts))
    const cluster = await this.connected(address.cluster)
    await this.look(uri, address, cluster, known ?? (await this.peekOf(address, cluster)), place)
  }

  private async decodeAs(given: vscode.Uri | undefined): Promise<void> {
    const uri = recordsUri(given)
    const address = uri === null ? null : readRecordsUri(uri)
    const shown = uri === null ? null : this.documents.at(uri)
    if (uri === null || address === null || shown === null) return
    const { decodings } = await this.parts.decoders()
    shown.peek.as = await askDecoding(decodings, shown.peek.as)
    await this.look(uri, address, await this.connected(address.cluster), shown.peek, null)
  }

  /**
   * @param at as the line above a record hands it on; else the record the cursor is in counts
   * @param version of what that line stood in
   */
  private async resetHere(
    given: vscode.Uri | undefined,
    at: string | undefined,
    version: string | undefined,
  ): Promise<void> {
    const uri = recordsUri(given)
    const address = uri === null ? null : readRecordsUri(uri)
    if (uri === null || address === null) return
    // Where the page has just changed, the editor still runs the line that stood there before.
    if (at !== undefined && this.documents.at(uri)?.version !== version)
      return void vscode.window.showInformationMessage(
        vscode.l10n.t('The records here have just changed. Choose the record once more.'),
      )
    const offset = this.offsetAt(uri, at)
    if (offset === null) return
    const cluster = await this.connected(address.cluster)
    const { topic, partition } = address
    const title = vscode.l10n.t('Reset to Here')
    const group = address.group ?? (await this.targets.group(clusterNode(cluster), title, movable)).group
    await this.offsets.seekTo({ cluster, group, topic, partition }, offset)
  }

  private async logIn(node: TreeNode | undefined): Promise<void> {
    const title = vscode.l10n.t('Schema Registry Login')
    const { settings } = await this.targets.cluster(
      node,
      title,
      (each) => each.settings.schemaRegistry !== undefined,
    )
    await this.registries.askLogin(settings)
  }

  private offsetAt(uri: vscode.Uri, at: unknown): bigint | null {
    const records = this.documents.at(uri)?.document.records ?? []
    if (at !== undefined) return records.find(({ offset }) => String(offset) === at)?.offset ?? null
    const line = vscode.window.activeTextEditor?.selection.active.line ?? 0
    return records.findLast((record) => record.line <= line)?.offset ?? null
  }

  private async peekOf({ topic, partition, group }: RecordsAddress, cluster: Cluster): Promise<Peek> {
    const { Peek } = await this.parts.decoders()
    const { id, name } = cluster.settings
    // A cluster whose settings change is made anew, and a tab outlives it.
    const log = (): LogReader => (this.parts.registry.get(id) ?? cluster).log
    const source: PeekSource = {
      fetch: (place, limits, signal) => log().fetch(place, limits, signal),
      endOf: (at, end, signal) => log().endOf(at, end, signal),
      find: (at, spec, signal) => log().find(at, spec, signal),
      committed: (of, at, signal) => log().committed(of, at, signal),
    }
    const patience = (): number => settings.deadlines().request
    return new Peek({ cluster: name, topic, partition, group, patience }, source, this.parts.clock)
  }

  /** @param place null = what was read is only shown anew */
  private async look(
    uri: vscode.Uri,
    { topic, partition, group }: RecordsAddress,
    cluster: Cluster,
    peek: Peek,
    place: Place | null,
  ): Promise<void> {
    const name = partitionKey(topic, partition)
    const schemas = await this.registries.of(cluster.settings)
    const document = await withCancel(vscode.l10n.t('Reading records of {0}…', name), async (signal) => {
      if (place !== null) await peek.look(place, signal)
      return peek.document(this.parts.words.say, schemas, signal)
    })
    const resets = group !== null && !cluster.settings.readOnly
    await this.documents.show(uri, { peek, document, resets })
  }

  /** The cluster of a tab, connected again where it has to be. */
  private connected(id: string): Promise<Cluster> {
    return this.targets.connected({ kind: 'cluster', cluster: id }, vscode.l10n.t('Peek Records'))
  }
}

function titleOf(name: string): string {
  return vscode.l10n.t('Peek at {0}', name)
}

function clusterNode({ settings }: Cluster): TreeNode {
  return { kind: 'cluster', cluster: settings.id }
}

/** The tab a command was called on; anybody can call a command with anything. */
function recordsUri(given: unknown): vscode.Uri | null {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri
  return uri === undefined || readRecordsUri(uri) === null ? null : uri
}
