import * as vscode from 'vscode'
import { CommandId } from '../../ids'
import type { Linter, RuleMeta } from '../../lint/index'
import type { Disposable } from '../../model/ports'
import type { Parts } from '../parts'
import { rulePage } from './rule-pages'

/**
 * *Explain Rule*: the page of a rule in the editor's preview. From the palette it asks which one, those found in the
 * open file first.
 * @param found rules with a finding in a document.
 */
export function explainCommand(
  { commands, words }: Parts,
  load: () => Promise<Linter>,
  found: (document: vscode.TextDocument) => readonly string[],
): Disposable {
  return commands.register(CommandId.ruleExplain, async (rule) => {
    const { rules } = await load()
    const document = vscode.window.activeTextEditor?.document
    const here = new Set(document === undefined ? [] : found(document))
    const known = rules.find(({ id }) => id === rule)
    const chosen = known ?? (await ask(rules, here, ({ title }) => words.say(title)))
    if (chosen === undefined) return
    await vscode.commands.executeCommand('markdown.showPreview', rulePage(chosen.docs))
  })
}

async function ask(
  rules: readonly RuleMeta[],
  here: ReadonlySet<string>,
  titleOf: (rule: RuleMeta) => string,
): Promise<RuleMeta | undefined> {
  const ordered = [...rules].sort(
    (a, b) => Number(here.has(b.id)) - Number(here.has(a.id)) || (a.id < b.id ? -1 : 1),
  )
  const items = ordered.map((rule) => ({ label: rule.id, detail: titleOf(rule), rule }))
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which rule?'),
    matchOnDetail: true,
  })
  return picked?.rule
}
