import * as vscode from 'vscode'
import { CommandId, DIAGNOSTIC_SOURCE, FIX_ALL } from '../../ids'
import type { Finding, TextEdit } from '../../lint/index'
import type { Words } from '../words'
import { rangeOf } from './diagnostics'
import { CODE_LANGUAGES, WITHOUT_COMMENTS } from './looks'

const FIX_ALL_KIND = vscode.CodeActionKind.SourceFixAll.append(FIX_ALL.slice('source.fixAll.'.length))

/** What the quick fixes need of the part that lints. */
export interface FindingSource {
  /** Findings in the text as it is now; empty where the file is not Kafka's. */
  findings(document: vscode.TextDocument): readonly Finding[]
  /** What mends all of them that can be mended unseen: whole fixes, none of which touches another. */
  safeEdits(document: vscode.TextDocument): readonly TextEdit[]
}

/** Quick fixes, "disable for this line" and fix-all, as edits that can be undone. */
export class LintActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL_KIND],
  }
  private readonly source: FindingSource
  private readonly words: Words

  constructor(source: FindingSource, words: Words) {
    this.source = source
    this.words = words
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const wants = (kind: vscode.CodeActionKind): boolean => context.only?.contains(kind) ?? true
    const findings = this.source.findings(document)
    const actions: vscode.CodeAction[] = []
    if (wants(vscode.CodeActionKind.QuickFix))
      for (const finding of findings) {
        const place = rangeOf(finding.range, document)
        if (place.intersection(range) === undefined) continue
        const diagnostics = context.diagnostics.filter(
          (diagnostic) => isOf(diagnostic, finding) && diagnostic.range.isEqual(place),
        )
        actions.push(...this.quickFixes(document, finding, diagnostics))
      }
    // Without `only` the light bulb asks, and fix-all does not belong there.
    if (context.only?.contains(FIX_ALL_KIND) === true || context.only?.intersects(FIX_ALL_KIND) === true) {
      const all = this.fixAll(document)
      if (all !== null) actions.push(all)
    }
    return actions
  }

  private quickFixes(
    document: vscode.TextDocument,
    finding: Finding,
    diagnostics: vscode.Diagnostic[],
  ): vscode.CodeAction[] {
    const fixes = finding.fixes.map((fix) => {
      const action = new vscode.CodeAction(this.words.say(fix.title), vscode.CodeActionKind.QuickFix)
      action.edit = editOf(document, fix.edits)
      action.isPreferred = fix.preferred
      action.diagnostics = diagnostics
      return action
    })
    const explain = explainRule(finding, diagnostics)
    if (WITHOUT_COMMENTS.has(document.languageId) || finding.key === null) return [...fixes, explain]
    return [
      ...fixes,
      disable(document, finding, diagnostics, 'line'),
      disable(document, finding, diagnostics, 'rest'),
      explain,
    ]
  }

  private fixAll(document: vscode.TextDocument): vscode.CodeAction | null {
    const edits = this.source.safeEdits(document)
    if (edits.length === 0) return null
    const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe Lagline findings'), FIX_ALL_KIND)
    action.edit = editOf(document, edits)
    return action
  }
}

function isOf(diagnostic: vscode.Diagnostic, finding: Finding): boolean {
  const { source, code } = diagnostic
  return source === DIAGNOSTIC_SOURCE && typeof code === 'object' && code.value === finding.rule
}

/** A comment above the setting: it is about the line below, or about everything from there on. */
function disable(
  document: vscode.TextDocument,
  { rule, range }: Finding,
  diagnostics: vscode.Diagnostic[],
  what: 'line' | 'rest',
): vscode.CodeAction {
  const line = document.lineAt(document.positionAt(range.start).line)
  const indent = line.text.slice(0, line.firstNonWhitespaceCharacterIndex)
  const title =
    what === 'line'
      ? vscode.l10n.t('Disable {0} for this line', rule)
      : vscode.l10n.t('Disable {0} for the rest of the file', rule)
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  const sign = CODE_LANGUAGES.get(document.languageId) ?? '#'
  const comment = `${sign} lagline-disable${what === 'line' ? '-next-line' : ''} ${rule}`
  const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'
  action.edit = new vscode.WorkspaceEdit()
  action.edit.insert(document.uri, line.range.start, indent + comment + end)
  action.diagnostics = diagnostics
  return action
}

function explainRule({ rule }: Finding, diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const title = vscode.l10n.t('Explain {0}', rule)
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  action.command = { command: CommandId.ruleExplain, title, arguments: [rule] }
  action.diagnostics = diagnostics
  return action
}

function editOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit()
  for (const edit of edits) made.replace(document.uri, rangeOf(edit, document), edit.text)
  return made
}
