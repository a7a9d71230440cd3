import * as vscode from 'vscode'
import type { Say, TextTable, ValueFormat } from '../model/text'
import { localeFormat, sayWith } from '../model/text'
import { editorTexts } from './texts/own'
import type { Words } from './words'

/** Texts and values in the editor's display language. */
export class EditorWords implements Words {
  readonly say: Say
  readonly format: ValueFormat
  readonly locale: string
  private readonly table: Record<string, string> = { ...editorTexts }

  constructor() {
    this.locale = supported(vscode.env.language)
    this.format = localeFormat(this.locale)
    this.say = sayWith(this.table, this.format, (english) => vscode.l10n.t(english))
  }

  /** The texts of a file that was loaded. */
  add(table: TextTable): void {
    Object.assign(this.table, table)
  }
}

/** The editor's language where this runtime can format values in it, else English. */
function supported(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
