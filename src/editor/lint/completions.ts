import * as vscode from 'vscode'
import type { Completion } from '../../lint/index'
import type { Words } from '../words'
import { rangeOf } from './diagnostics'
import { markdownOf } from './hover'

/** What completion needs of the part that lints. */
export interface CompletionSource {
  complete(document: vscode.TextDocument, offset: number): readonly Completion[]
}

/** Signs after which a value begins, or the next word of a key. */
export const TRIGGERS = ['=', ':', '.', '"', "'", ' '] as const

/** Keys that are not set yet, and values. */
export class KeyCompletion implements vscode.CompletionItemProvider {
  private readonly source: CompletionSource
  private readonly words: Words

  constructor(source: CompletionSource, words: Words) {
    this.source = source
    this.words = words
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): vscode.CompletionItem[] {
    // A blank begins a value only behind the sign that separates it from its key.
    const before = document.lineAt(position.line).text.slice(0, position.character)
    if (triggerCharacter === ' ' && !/[=:] $/.test(before)) return []
    const offered = this.source.complete(document, document.offsetAt(position))
    return offered.map((completion) => this.item(completion, document, position))
  }

  private item(
    { kind, label, kafka, deprecated, edit, about, rank }: Completion,
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem {
    const { CompletionItemKind } = vscode
    const item = new vscode.CompletionItem(
      kafka === null ? label : { label, description: kafka },
      kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
    )
    if (deprecated) item.tags = [vscode.CompletionItemTag.Deprecated]
    const range = rangeOf(edit, document)
    item.range = { inserting: range.with({ end: position }), replacing: range }
    item.insertText = edit.text
    item.filterText = edit.text
    item.sortText = `${String(rank).padStart(3, '0')}${label}`
    if (about !== null) {
      const fact = about.facts[1] ?? about.facts[0]
      if (fact !== undefined) item.detail = this.words.say(fact)
      item.documentation = markdownOf(about, this.words)
    }
    // A key wants its value next, a group a key.
    if (/(?:[=:] ?|\.)$/.test(edit.text))
      item.command = { command: 'editor.action.triggerSuggest', title: label }
    return item
  }
}
