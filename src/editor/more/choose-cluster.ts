import * as vscode from 'vscode'
import { CommandId } from '../../ids'
import { Disposables } from '../../model/disposables'
import { laglineError } from '../../model/errors'
import type { Disposable } from '../../model/ports'
import { textsOf } from '../../model/text'
import { askChoice, type Choice } from '../ask/quick-input'
import type { Registry } from '../clusters/registry'
import type { Parts } from '../parts'
import { moreTexts } from '../texts/more'
import type { FileChoices } from './file-choices'
import type { LiveFiles } from './live-files'
import type { FileChoice } from './tie'

const text = textsOf(moreTexts)
const KIND = vscode.CodeActionKind.Source.append('lagline.cluster')

/**
 * *Check This File against a Cluster*: a person says which cluster a file is for, or takes it back. Nobody is asked by
 * itself; beside the palette it stands among the source actions of a file.
 */
export class ChooseCluster implements vscode.CodeActionProvider, Disposable {
  private readonly owned = new Disposables()
  private readonly registry: Registry
  private readonly live: LiveFiles
  private readonly choices: FileChoices

  /** @param languages of the files that may be Kafka's. */
  constructor({ registry }: Parts, live: LiveFiles, choices: FileChoices, languages: readonly string[]) {
    this.registry = registry
    this.live = live
    this.choices = choices
    const selector = languages.map((language) => ({ language }))
    const about = { providedCodeActionKinds: [KIND] }
    this.owned.add(vscode.languages.registerCodeActionsProvider(selector, this, about))
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    // Without `only` the light bulb asks, which is for what is wrong on a line.
    if (only?.contains(KIND) !== true) return []
    if (this.registry.clusters.length === 0 || !this.live.isKafka(document)) return []
    const title = vscode.l10n.t('Check this file against a cluster…')
    const offered = new vscode.CodeAction(title, KIND)
    offered.command = { command: CommandId.fileCheckAgainst, title, arguments: [document.uri] }
    return [offered]
  }

  /** @param uri of an open file; without it the one in front. */
  async run(uri: unknown): Promise<void> {
    const document = documentOf(uri)
    if (document === undefined || this.live.asks(document) === null)
      throw laglineError('invalidInput', text('live.noKafkaFile'))
    if (this.registry.clusters.length === 0) throw laglineError('invalidInput', text('live.noCluster'))
    await this.choices.set(document.uri, await this.ask(document))
    this.live.tieAgain()
  }

  dispose(): void {
    this.owned.dispose()
  }

  private async ask(document: vscode.TextDocument): Promise<FileChoice> {
    const chosen = this.choices.of(document.uri)
    const now = this.live.clusterOf(document)
    const clusters = this.registry.clusters.map(
      ({ settings, state }): Choice<{ readonly choice: FileChoice }> => {
        const servers = settings.bootstrapServers.join(', ')
        return {
          label: settings.name,
          description:
            state.kind === 'connected' ? servers : vscode.l10n.t('{0} · as soon as it is connected', servers),
          value: { choice: settings.id },
        }
      },
    )
    const { choice } = await askChoice({
      title: vscode.l10n.t('Check This File against a Cluster'),
      placeholder: placeholderOf(chosen, now?.settings.name ?? null),
      choices: [
        ...clusters,
        {
          label: vscode.l10n.t('By its addresses'),
          description: vscode.l10n.t('the connected cluster that its bootstrap servers or the settings name'),
          value: { choice: undefined },
        },
        {
          label: vscode.l10n.t('No cluster'),
          description: vscode.l10n.t('only what the file itself says'),
          value: { choice: null },
        },
      ],
    })
    return choice
  }
}

function documentOf(uri: unknown): vscode.TextDocument | undefined {
  if (!(uri instanceof vscode.Uri)) return vscode.window.activeTextEditor?.document
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
}

/** What holds now. */
function placeholderOf(chosen: FileChoice, now: string | null): string {
  if (now === null) return vscode.l10n.t('Now: no cluster')
  return chosen === undefined ? vscode.l10n.t('Now: {0}', now) : vscode.l10n.t('Now: {0}, as chosen', now)
}
