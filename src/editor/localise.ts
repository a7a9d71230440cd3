import * as vscode from 'vscode'
import type { Say, TextTable, ValueFormat } from '../model/text'
import { localeFormat, sayWith } from '../model/text'
import { editorTexts } from './texts/own'
import type { Words } from './words'

/**
 * Texts and values in the editor's display language. What formats values is made when the first value is shown: the
 * first touch of `Intl` costs more than the whole rest of the activation.
 */
export class EditorWords implements Words {
  readonly say: Say
  readonly format: ValueFormat = {
    number: (value) => this.inLocale().format.number(value),
    time: (ms) => this.inLocale().format.time(ms),
  }
  private readonly table: Record<string, string> = { ...editorTexts }
  private known: { readonly locale: string; readonly format: ValueFormat } | null = null

  constructor() {
    this.say = sayWith(this.table, this.format, (english) => vscode.l10n.t(english))
  }

  get locale(): string {
    return this.inLocale().locale
  }

  /** The texts of a file that was loaded. */
  add(table: TextTable): void {
    Object.assign(this.table, table)
  }

  private inLocale(): { readonly locale: string; readonly format: ValueFormat } {
    if (this.known === null) {
      const locale = supported(vscode.env.language)
      this.known = { locale, format: localeFormat(locale) }
    }
    return this.known
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
