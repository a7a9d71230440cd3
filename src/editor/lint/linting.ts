import * as vscode from 'vscode'
import { DIAGNOSTIC_SOURCE, SettingId } from '../../ids'
import type { Finding, Linter } from '../../lint/index'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { Parts } from '../parts'
import { settings } from '../settings/settings'
import { LintActions } from './actions'
import { diagnosticOf } from './diagnostics'
import { LANGUAGES, MAX_LENGTH, mayConcernKafka } from './looks'

const SETTINGS = [SettingId.lintEnabled, SettingId.lintSeverity, SettingId.lintKafkaVersion]
/** A pause in typing after which the findings are brought up to date. */
const TYPING_PAUSE_MS = 300

interface Checked {
  readonly version: number
  readonly findings: readonly Finding[]
}

/** Findings in the editor: on open and on save, and while a Kafka file is typed in. */
export class Linting implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly load: () => Promise<Linter>
  private readonly extension: vscode.Uri
  private readonly collection = this.owned.add(vscode.languages.createDiagnosticCollection(DIAGNOSTIC_SOURCE))
  private readonly checked = new Map<string, Checked>()
  private readonly typing = new Map<string, Disposable>()
  private linter: Linter | null = null

  /** @param load loads the linter. @param extension folder of the extension, where the pages of the rules are. */
  constructor(parts: Parts, load: () => Promise<Linter>, extension: vscode.Uri) {
    this.parts = parts
    this.load = load
    this.extension = extension
    const { workspace, languages } = vscode
    this.owned.add(workspace.onDidOpenTextDocument((document) => this.check(document)))
    this.owned.add(workspace.onDidSaveTextDocument((document) => this.check(document)))
    this.owned.add(workspace.onDidChangeTextDocument(({ document }) => this.changed(document)))
    this.owned.add(workspace.onDidCloseTextDocument(({ uri }) => this.clear(uri)))
    this.owned.add(workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.clearUnder(uri))))
    this.owned.add(
      workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => this.clearUnder(oldUri))),
    )
    this.owned.add(settings.onDidChange(SETTINGS, () => this.checkAll()))
    this.owned.add(
      languages.registerCodeActionsProvider(
        [...LANGUAGES].map((language) => ({ language })),
        new LintActions(this, parts.words),
        LintActions.metadata,
      ),
    )
    this.checkAll()
  }

  /** Findings in the text as it is now; none before the linter was needed. */
  findings(document: vscode.TextDocument): readonly Finding[] {
    const known = this.checked.get(document.uri.toString())
    if (known === undefined) return []
    return known.version === document.version ? known.findings : this.run(document)
  }

  dispose(): void {
    for (const pending of this.typing.values()) pending.dispose()
    this.owned.dispose()
  }

  private checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document)
  }

  private check(document: vscode.TextDocument): void {
    if (!LANGUAGES.has(document.languageId)) return
    const { fileName, languageId } = document
    if (!settings.lint(document).enabled || !mayConcernKafka(fileName, document.getText(), languageId)) {
      this.clear(document.uri)
      return
    }
    if (this.linter !== null) {
      this.show(document)
      return
    }
    this.load().then(
      (linter) => {
        this.linter = linter
        if (!document.isClosed) this.show(document)
      },
      (error: unknown) => {
        this.parts.log.error('the linter could not be loaded', error)
      },
    )
  }

  private show(document: vscode.TextDocument): void {
    const found = this.run(document)
    this.collection.set(
      document.uri,
      found.map((finding) => diagnosticOf(finding, document, this.extension, this.parts.words)),
    )
  }

  private run(document: vscode.TextDocument): readonly Finding[] {
    const { severity, kafkaVersion } = settings.lint(document)
    const text = document.getText()
    let findings: readonly Finding[] = []
    if (this.linter !== null && text.length <= MAX_LENGTH)
      try {
        findings = this.linter.lint({
          fileName: document.fileName,
          languageId: document.languageId,
          text,
          kafkaVersion,
          severities: Object.fromEntries(severity),
        })
      } catch (error) {
        this.parts.log.error(`${document.fileName} could not be checked`, error)
      }
    this.checked.set(document.uri.toString(), { version: document.version, findings })
    return findings
  }

  /** Files that turned out to be Kafka's follow the typing; a look at the others waits until they are saved. */
  private changed(document: vscode.TextDocument): void {
    const key = document.uri.toString()
    if (!this.checked.has(key)) return
    this.typing.get(key)?.dispose()
    this.typing.set(
      key,
      this.parts.clock.after(TYPING_PAUSE_MS, () => {
        this.typing.delete(key)
        if (!document.isClosed) this.check(document)
      }),
    )
  }

  private clear(uri: vscode.Uri): void {
    const key = uri.toString()
    this.typing.get(key)?.dispose()
    this.typing.delete(key)
    this.checked.delete(key)
    this.collection.delete(uri)
  }

  /** A folder that goes takes its files with it. */
  private clearUnder(uri: vscode.Uri): void {
    const folder = `${uri.toString()}/`
    this.clear(uri)
    for (const key of [...this.checked.keys()]) if (key.startsWith(folder)) this.clear(vscode.Uri.parse(key))
  }
}
