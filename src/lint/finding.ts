import type { Text } from '../model/text'
import type { TextEdit, TextRange } from './document'

export type Severity = 'error' | 'warning' | 'info' | 'hint'
/** What a person may set for a rule. */
export type SeveritySetting = Severity | 'off'
export const severitySettings = [
  'error',
  'warning',
  'info',
  'hint',
  'off',
] as const satisfies SeveritySetting[]

/** A change that makes the finding go away. Its title says the result. */
export interface Fix {
  readonly title: Text
  readonly edits: readonly TextEdit[]
  /** Keeps the meaning, or restores the only possible one: may be applied unseen, with others, on save. */
  readonly safe: boolean
  /** The one to take where a person asks for "the" fix. */
  readonly preferred: boolean
}

/** How an editor may draw it: struck out, or faded. */
export type FindingTag = 'deprecated' | 'unnecessary'

export interface RelatedPlace {
  readonly range: TextRange
  readonly message: Text
}

export interface Finding {
  /** Id of the rule. */
  readonly rule: string
  readonly severity: Severity
  /** The setting it is about, without the prefix of its block; null where it is about none. */
  readonly key: string | null
  readonly message: Text
  readonly range: TextRange
  readonly related: readonly RelatedPlace[]
  readonly fixes: readonly Fix[]
  /** Page of the rule, a path inside the extension. */
  readonly docs: string
  readonly tag: FindingTag | null
}
