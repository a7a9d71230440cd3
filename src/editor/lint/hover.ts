import * as vscode from 'vscode'
import type { KeyDescription } from '../../lint/index'
import type { Words } from '../words'
import { rangeOf } from './diagnostics'

/** What the hover needs of the part that lints. */
export interface DescriptionSource {
  /** Null where nothing of Kafka's is written there. */
  describe(document: vscode.TextDocument, offset: number): KeyDescription | null
}

/** Tells of the key, or of the key of the value, under the pointer. */
export class KeyHover implements vscode.HoverProvider {
  private readonly source: DescriptionSource
  private readonly words: Words

  constructor(source: DescriptionSource, words: Words) {
    this.source = source
    this.words = words
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const described = this.source.describe(document, document.offsetAt(position))
    if (described === null) return null
    return new vscode.Hover(markdownOf(described, this.words), rangeOf(described.range, document))
  }
}

/** What is told of a key as the editor shows it: values are text, never markup. */
export function markdownOf(
  { key, meaning, facts, link }: Omit<KeyDescription, 'range'>,
  words: Words,
): vscode.MarkdownString {
  const shown = new vscode.MarkdownString()
  shown.appendMarkdown(`**${literal(key)}**\n\n`)
  if (meaning !== null) shown.appendMarkdown(`${literal(words.say(meaning))}\n\n`)
  for (const fact of facts) shown.appendMarkdown(`- ${literal(words.say(fact))}\n`)
  if (link !== null) shown.appendMarkdown(`\n[${vscode.l10n.t('Documentation')}](${link})`)
  return shown
}

/** Text as Markdown that shows it as it is. The editor's own `appendText` makes blanks at which no line is broken. */
function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!~|<>&:@]/g, '\\$&').replace(/\s+/g, ' ')
}
