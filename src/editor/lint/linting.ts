import * as vscode from 'vscode'
import { DIAGNOSTIC_SOURCE, SettingId } from '../../ids'
import type { Completion, Finding, KeyDescription, Linter, LintInput, TextEdit } from '../../lint/index'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { More } from '../more'
import type { LiveFiles } from '../more/live-files'
import { once } from '../once'
import type { Parts } from '../parts'
import { settings } from '../settings/settings'
import { LintActions } from './actions'
import { KeyCompletion, TRIGGERS } from './completions'
import { diagnosticOf } from './diagnostics'
import { explainCommand } from './explain'
import { RulePages } from './rule-pages'
import { KeyHover } from './hover'
import { LANGUAGES, MAX_LENGTH, mayConcernKafka } from './looks'
import { stillThere } from './still-there'

const SETTINGS = [
  SettingId.lintEnabled,
  SettingId.lintSeverity,
  SettingId.lintKafkaVersion,
  SettingId.lintRun,
  SettingId.lintPreset,
  SettingId.lintExclude,
  SettingId.lintCluster,
]
/** A pause in typing after which the findings are brought up to date. */
const TYPING_PAUSE_MS = 300

interface Checked {
  readonly version: number
  readonly findings: readonly Finding[]
}

/**
 * Findings in the editor: on open and on save, and while a Kafka file is typed in; there, unless a person wants it
 * otherwise, only what is gone goes, and what is new waits for the save.
 */
export class Linting implements Disposable {
  private readonly owned = new Disposables()
  private readonly parts: Parts
  private readonly load: () => Promise<Linter>
  private readonly collection = this.owned.add(vscode.languages.createDiagnosticCollection(DIAGNOSTIC_SOURCE))
  private readonly checked = new Map<string, Checked>()
  private readonly shown = new Map<string, readonly Finding[]>()
  private readonly typing = new Map<string, Disposable>()
  private readonly joinLive: () => Promise<void>
  private linter: Linter | null = null
  /** Files and the clusters they are held against; null until a cluster is connected while a Kafka file is open. */
  private live: LiveFiles | null = null

  /**
   * @param load loads the linter. @param more loads what holds files against clusters.
   * @param extension folder of the extension, where the pages of the rules are.
   */
  constructor(parts: Parts, load: () => Promise<Linter>, more: () => Promise<More>, extension: vscode.Uri) {
    this.parts = parts
    this.load = load
    this.joinLive = once(async () => this.join((await more()).live))
    this.owned.add(new RulePages(extension))
    this.follow()
    this.offer()
    this.checkAll()
  }

  /** Findings in the text as it is now; none before the linter was needed. */
  findings(document: vscode.TextDocument): readonly Finding[] {
    const known = this.checked.get(document.uri.toString())
    if (known === undefined) return []
    return known.version === document.version ? known.findings : this.run(document)
  }

  safeEdits(document: vscode.TextDocument): readonly TextEdit[] {
    return this.linter?.safeEdits(this.findings(document)) ?? []
  }

  describe(document: vscode.TextDocument, offset: number): KeyDescription | null {
    return this.ask(document, (linter, input) => linter.describe(input, offset)) ?? null
  }

  complete(document: vscode.TextDocument, offset: number): readonly Completion[] {
    return this.ask(document, (linter, input) => linter.complete(input, offset)) ?? []
  }

  dispose(): void {
    for (const pending of this.typing.values()) pending.dispose()
    this.owned.dispose()
  }

  private follow(): void {
    const { workspace } = vscode
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
      this.parts.registry.onDidChange(({ event }) => {
        if (event.kind === 'connection' && this.checked.size > 0) this.wantLive()
      }),
    )
  }

  private offer(): void {
    const { languages } = vscode
    const { words } = this.parts
    const selector = [...LANGUAGES].map((language) => ({ language }))
    const actions = new LintActions(this, words)
    this.owned.add(languages.registerCodeActionsProvider(selector, actions, LintActions.metadata))
    this.owned.add(languages.registerHoverProvider(selector, new KeyHover(this, words)))
    const completion = new KeyCompletion(this, words)
    this.owned.add(languages.registerCompletionItemProvider(selector, completion, ...TRIGGERS))
    const found = (document: vscode.TextDocument) => this.findings(document).map(({ rule }) => rule)
    this.owned.add(explainCommand(this.parts, this.load, found))
  }

  private checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document)
  }

  private check(document: vscode.TextDocument, typed = false): void {
    if (!LANGUAGES.has(document.languageId)) return
    const { fileName, languageId } = document
    if (!isWanted(document) || !mayConcernKafka(fileName, document.getText(), languageId)) {
      this.clear(document.uri)
      return
    }
    if (this.linter !== null) {
      this.show(document, typed)
      return
    }
    this.load().then(
      (linter) => {
        this.linter = linter
        if (!document.isClosed) this.show(document, typed)
      },
      (error: unknown) => {
        this.parts.log.error('the linter could not be loaded', error)
      },
    )
  }

  private show(document: vscode.TextDocument, typed: boolean): void {
    const key = document.uri.toString()
    this.wantLive()
    this.live?.follow(document)
    const found = this.run(document)
    // What changed on disk is saved already.
    const waits = typed && document.isDirty && settings.lint(document).run === 'onSave'
    const shown = waits ? stillThere(this.shown.get(key) ?? [], found) : found
    this.shown.set(key, shown)
    this.collection.set(
      document.uri,
      shown.map((finding) => diagnosticOf(finding, document, this.parts.words)),
    )
  }

  private run(document: vscode.TextDocument): readonly Finding[] {
    const findings = this.guarded(document, (linter, input) => linter.lint(input)) ?? []
    this.checked.set(document.uri.toString(), { version: document.version, findings })
    return findings
  }

  /** Asks the linter about a file that is checked; null where it is not, or where that fails. */
  private ask<T>(document: vscode.TextDocument, question: (linter: Linter, input: LintInput) => T): T | null {
    return this.checked.has(document.uri.toString()) ? this.guarded(document, question) : null
  }

  private guarded<T>(
    document: vscode.TextDocument,
    question: (linter: Linter, input: LintInput) => T,
  ): T | null {
    const text = document.getText()
    if (this.linter === null || text.length > MAX_LENGTH) return null
    try {
      return question(this.linter, this.inputOf(document, text))
    } catch (error) {
      this.parts.log.error(`${document.fileName} could not be checked`, error)
      return null
    }
  }

  private inputOf(document: vscode.TextDocument, text: string): LintInput {
    const { severity, kafkaVersion, preset } = settings.lint(document)
    const { fileName, languageId } = document
    const severities = Object.fromEntries(severity)
    const given = { fileName, languageId, text, kafkaVersion, severities, preset }
    const live = this.live?.of(document) ?? null
    return live === null ? given : { ...given, ...live, kafkaVersion: kafkaVersion ?? live.kafkaVersion }
  }

  /** What holds files against clusters is loaded as soon as there is a file and a connected cluster. */
  private wantLive(): void {
    if (this.live !== null || !this.parts.registry.clusters.some(({ state }) => state.kind === 'connected'))
      return
    this.joinLive().catch((error: unknown) => {
      this.parts.log.error('files could not be held against the clusters', error)
    })
  }

  private join(live: LiveFiles): void {
    if (this.owned.disposed) return
    this.live = live
    // What is new of a cluster does not come between a person and what is being typed.
    const show = (document: vscode.TextDocument): void => this.show(document, true)
    this.owned.add(live.onDidChange((documents) => documents.forEach(show)))
    vscode.workspace.textDocuments.filter(({ uri }) => this.checked.has(uri.toString())).forEach(show)
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
        if (!document.isClosed) this.check(document, true)
      }),
    )
  }

  private clear(uri: vscode.Uri): void {
    const key = uri.toString()
    this.typing.get(key)?.dispose()
    this.typing.delete(key)
    this.checked.delete(key)
    this.shown.delete(key)
    this.live?.drop(uri)
    this.collection.delete(uri)
  }

  /** A folder that goes takes its files with it. */
  private clearUnder(uri: vscode.Uri): void {
    const folder = `${uri.toString()}/`
    this.clear(uri)
    for (const key of [...this.checked.keys()]) if (key.startsWith(folder)) this.clear(vscode.Uri.parse(key))
  }
}

function isWanted(document: vscode.TextDocument): boolean {
  const { enabled, exclude } = settings.lint(document)
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)
  const isExcluded = exclude.some((glob) => {
    const pattern = folder === undefined ? glob : new vscode.RelativePattern(folder, glob)
    return vscode.languages.match({ pattern }, document) > 0
  })
  return enabled && !isExcluded
}
