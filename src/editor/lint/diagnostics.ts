import * as vscode from 'vscode'
import { DIAGNOSTIC_SOURCE } from '../../ids'
import type { Finding, Severity } from '../../lint/index'
import type { Words } from '../words'
import { rulePage } from './rule-pages'

const SEVERITIES: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

const TAGS: Record<NonNullable<Finding['tag']>, vscode.DiagnosticTag> = {
  deprecated: vscode.DiagnosticTag.Deprecated,
  unnecessary: vscode.DiagnosticTag.Unnecessary,
}

/** A finding as the editor shows it, linked to the page of its rule. */
export function diagnosticOf(
  finding: Finding,
  document: vscode.TextDocument,
  words: Words,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(finding.range, document),
    words.say(finding.message),
    SEVERITIES[finding.severity],
  )
  diagnostic.source = DIAGNOSTIC_SOURCE
  diagnostic.code = { value: finding.rule, target: rulePage(finding.docs) }
  if (finding.tag !== null) diagnostic.tags = [TAGS[finding.tag]]
  if (finding.related.length > 0)
    diagnostic.relatedInformation = finding.related.map(
      ({ range, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, rangeOf(range, document)),
          words.say(message),
        ),
    )
  return diagnostic
}

/** @param range UTF-16 offsets in the document's text. */
export function rangeOf(
  range: { readonly start: number; readonly end: number },
  document: vscode.TextDocument,
): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end))
}
