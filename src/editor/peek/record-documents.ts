import * as vscode from 'vscode'
import type { RecordsDocument } from '../../decoders/document'
import type { Peek } from '../../decoders/peek'
import { CommandId, ContextKey, RECORDS_SCHEME } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { Parts } from '../parts'
import { isInTab } from '../tabs'
import { readRecordsUri } from './records-uri'

/** A look into a log that is shown in a tab. */
interface Shown {
  readonly peek: Peek
  readonly document: RecordsDocument
  /** True: each record can be gone back to. */
  readonly resets: boolean
}

/** What stands in a tab now. The editor may for a moment still show, and run, the lines of what stood there before. */
interface Standing extends Shown {
  readonly version: string
}

/** Records as read-only documents, with what can be done with them on the lines above. */
export class RecordDocuments
  implements vscode.TextDocumentContentProvider, vscode.CodeLensProvider, Disposable
{
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly shown = new Map<string, Standing>()
  private readonly changed = this.owned.add(new vscode.EventEmitter<vscode.Uri>())
  private readonly lensesChanged = this.owned.add(new vscode.EventEmitter<void>())
  readonly onDidChange = this.changed.event
  readonly onDidChangeCodeLenses = this.lensesChanged.event

  constructor(parts: Parts) {
    this.parts = parts
    this.owned.add(vscode.workspace.registerTextDocumentContentProvider(RECORDS_SCHEME, this))
    this.owned.add(vscode.languages.registerCodeLensProvider({ scheme: RECORDS_SCHEME }, this))
    this.owned.add(vscode.window.onDidChangeActiveTextEditor(() => this.updateKeys()))
    this.owned.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)))
    this.updateKeys()
  }

  /** Shows what was read, in its tab, with the record that was asked for in sight. */
  async show(uri: vscode.Uri, shown: Shown): Promise<void> {
    this.shown.set(uri.toString(), { ...shown, version: this.parts.newId() })
    const opened = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString())
    const written = opened === undefined ? null : this.written(uri, opened.version)
    this.changed.fire(uri)
    this.lensesChanged.fire()
    const document = opened ?? (await vscode.workspace.openTextDocument(uri))
    const editor = await vscode.window.showTextDocument(document, { preview: false })
    await written
    const line = shown.document.records.find(({ offset }) => offset === shown.peek.aim)?.line ?? 0
    const place = new vscode.Position(line, 0)
    editor.selection = new vscode.Selection(place, place)
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport)
    this.updateKeys()
  }

  /** What a tab shows; null where it is gone. */
  at(uri: vscode.Uri): Standing | null {
    return this.shown.get(uri.toString()) ?? null
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.shown.get(uri.toString())?.document.text ??
      `${vscode.l10n.t('Records are not kept over a restart of the editor. Read them again with the line above.')}\n`
    )
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { uri } = document
    const lens = (line: number, title: string, command: CommandId, ...rest: string[]): vscode.CodeLens =>
      new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: [uri, ...rest] })
    const shown = this.shown.get(uri.toString())
    if (shown === undefined) return [lens(0, vscode.l10n.t('Read Again…'), CommandId.recordsAt)]
    const top = [
      lens(0, vscode.l10n.t('Older'), CommandId.recordsOlder),
      lens(0, vscode.l10n.t('Newer'), CommandId.recordsNewer),
      lens(0, vscode.l10n.t('At Offset or Time…'), CommandId.recordsAt),
      lens(0, vscode.l10n.t('Decode As…'), CommandId.recordsDecodeAs),
    ]
    const title = vscode.l10n.t('Reset to Here')
    const resets = shown.resets
      ? shown.document.records.map(({ line, offset }) =>
          lens(line, title, CommandId.recordsResetHere, String(offset), shown.version),
        )
      : []
    return [...top, ...resets]
  }

  dispose(): void {
    this.owned.dispose()
    this.shown.clear()
  }

  /** Resolves when the editor has taken over a text, or has found that nothing changed. */
  private written(uri: vscode.Uri, version: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        listening.dispose()
        waiting.dispose()
        resolve()
      }
      const listening = vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === uri.toString() && document.version > version) done()
      })
      const waiting = this.parts.clock.after(1_000, done)
    })
  }

  private forget(uri: vscode.Uri): void {
    if (readRecordsUri(uri) !== null && !isInTab(uri)) this.shown.delete(uri.toString())
  }

  private updateKeys(): void {
    const uri = vscode.window.activeTextEditor?.document.uri
    this.parts.context.set(ContextKey.recordsAreOpen, uri?.scheme === RECORDS_SCHEME)
  }
}
