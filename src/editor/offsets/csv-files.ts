import * as vscode from 'vscode'
import { CommandId, DIAGNOSTIC_SOURCE } from '../../ids'
import { Disposables } from '../../model/disposables'
import { cancelled, laglineError } from '../../model/errors'
import type { Disposable } from '../../model/ports'
import { textsOf } from '../../model/text'
import type { CsvRow } from '../../offsets/csv'
import type { Parts } from '../parts'
import { askTexts } from '../texts/ask'
import { looksLikeOffsets } from '../csv-look'

/** Every scheme: the files may be on a virtual file system. */
const CSV: vscode.DocumentSelector = { pattern: '**/*.csv' }
/** A file is read this long after the last key, ms. */
const TYPING_MS = 300

/** CSV files of offsets that are open: what is wrong with their lines, and a way to apply them. */
export class CsvFiles implements vscode.CodeLensProvider, Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly found = this.owned.add(vscode.languages.createDiagnosticCollection('lagline-csv'))
  private readonly waiting = new Map<string, Disposable>()

  constructor(parts: Parts) {
    this.parts = parts
    const { workspace } = vscode
    this.owned.add(vscode.languages.registerCodeLensProvider(CSV, this))
    this.owned.add(workspace.onDidOpenTextDocument((document) => this.check(document)))
    this.owned.add(workspace.onDidChangeTextDocument(({ document }) => this.checkSoon(document)))
    this.owned.add(workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)))
    workspace.textDocuments.forEach((document) => this.check(document))
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!looksLikeOffsets(document.getText())) return []
    const title = vscode.l10n.t('Apply to Group…')
    const command = { title, command: CommandId.csvApply, arguments: [document.uri] }
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)]
  }

  /** Asks for a file. Rejects with `cancelled` when the person leaves. */
  async ask(): Promise<vscode.Uri> {
    const picked = await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Offsets from which file?'),
      filters: { CSV: ['csv'], [vscode.l10n.t('All files')]: ['*'] },
    })
    if (picked?.[0] === undefined) throw cancelled()
    return picked[0]
  }

  /** All lines of a file, as it stands in the editor where it is open. Rejects where one of them is wrong. */
  async read(uri: vscode.Uri): Promise<{ readonly file: string; readonly rows: readonly CsvRow[] }> {
    const document = await vscode.workspace.openTextDocument(uri)
    const { parseOffsetsCsv } = await this.parts.engine()
    const { rows, problems } = parseOffsetsCsv(document.getText())
    const file = uri.scheme === 'file' ? uri.fsPath : uri.path
    const [first] = problems
    if (first !== undefined)
      throw laglineError(
        'invalidInput',
        textsOf(askTexts)('ask.badFile', file, String(first.line), first.text),
      )
    return { file, rows }
  }

  dispose(): void {
    for (const timer of this.waiting.values()) timer.dispose()
    this.owned.dispose()
  }

  private checkSoon(document: vscode.TextDocument): void {
    if (!isCsv(document)) return
    const key = document.uri.toString()
    this.waiting.get(key)?.dispose()
    this.waiting.set(
      key,
      this.parts.clock.after(TYPING_MS, () => {
        this.waiting.delete(key)
        this.check(document)
      }),
    )
  }

  private check(document: vscode.TextDocument): void {
    if (!isCsv(document)) return
    this.diagnose(document).catch((error: unknown) =>
      this.parts.log.error(`${document.uri.path} could not be read`, error),
    )
  }

  private async diagnose(document: vscode.TextDocument): Promise<void> {
    const text = document.getText()
    if (!looksLikeOffsets(text)) {
      this.found.delete(document.uri)
      return
    }
    const { parseOffsetsCsv } = await this.parts.engine()
    if (document.isClosed) return
    const diagnostics = parseOffsetsCsv(text).problems.map(({ line, text: problem }) => {
      const { range } = document.lineAt(Math.min(line, document.lineCount) - 1)
      const diagnostic = new vscode.Diagnostic(range, this.parts.words.say(problem))
      diagnostic.source = DIAGNOSTIC_SOURCE
      return diagnostic
    })
    this.found.set(document.uri, diagnostics)
  }

  private forget(uri: vscode.Uri): void {
    this.waiting.get(uri.toString())?.dispose()
    this.waiting.delete(uri.toString())
    this.found.delete(uri)
  }
}

function isCsv({ uri }: vscode.TextDocument): boolean {
  return uri.path.toLowerCase().endsWith('.csv')
}
