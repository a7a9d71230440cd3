import * as vscode from 'vscode'
import { SettingId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { More } from '../more'
import type { Parts } from '../parts'
import { settings } from '../settings/settings'
import { LANGUAGES, mayConcernKafka } from './looks'

/**
 * A line above each group id in a configuration file. What it says is worked out in a file that is loaded when the
 * first Kafka file is looked at while there are clusters; it shows what is known and connects to nothing.
 */
export class GroupLenses implements vscode.CodeLensProvider, Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly more: () => Promise<More>
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>())
  private following = false
  readonly onDidChangeCodeLenses = this.changed.event

  constructor(parts: Parts, more: () => Promise<More>) {
    this.parts = parts
    this.more = more
    const languages = [...LANGUAGES].map((language) => ({ language }))
    this.owned.add(vscode.languages.registerCodeLensProvider(languages, this))
    this.owned.add(settings.onDidChange([SettingId.codeLensEnabled], () => this.changed.fire()))
    this.owned.add(parts.registry.onDidChangeList(() => this.changed.fire()))
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!settings.codeLens(document) || this.parts.registry.clusters.length === 0) return []
    if (!mayConcernKafka(document.fileName, document.getText(), document.languageId)) return []
    const { lenses } = await this.more()
    if (!this.following) {
      this.following = true
      this.owned.add(lenses)
      this.owned.add(lenses.onDidChange(() => this.changed.fire()))
    }
    return lenses.of(document)
  }

  dispose(): void {
    this.owned.dispose()
  }
}
