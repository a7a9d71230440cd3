import * as vscode from 'vscode'
import { RULE_SCHEME } from '../../ids'
import type { Disposable } from '../../model/ports'
import { once } from '../once'

/**
 * The pages of the rules as read-only documents. They ship as one file: a hundred small ones cost the package three
 * times as much.
 */
export class RulePages implements vscode.TextDocumentContentProvider, Disposable {
  private readonly registration: vscode.Disposable
  private readonly pages: () => Promise<Readonly<Record<string, string>>>

  /** @param extension the folder of the extension. */
  constructor(extension: vscode.Uri) {
    this.pages = once(async () => {
      const file = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'rules.json'))
      return JSON.parse(new TextDecoder().decode(file)) as Record<string, string>
    })
    this.registration = vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, this)
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const name = uri.path.slice(1)
    return (await this.pages())[name] ?? vscode.l10n.t('There is no rule page named {0}.', name)
  }

  dispose(): void {
    this.registration.dispose()
  }
}

/** @param docs where the page of a rule stands in the project, `docs/rules/ID.md`. */
export function rulePage(docs: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: docs.slice(docs.lastIndexOf('/')) })
}
