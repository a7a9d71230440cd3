import type { Say, TextArg, TextTable, ValueFormat } from '../model/text'

/**
 * How this reader's texts and values are written. The parts that need no editor take it as a parameter, so that they
 * can be tested without one.
 */
export interface Words {
  readonly say: Say
  readonly format: ValueFormat
  /** BCP 47. */
  readonly locale: string
}

/** Says a text of one table at once: `t('lag', 12)`. A misspelt id does not compile. */
export type Teller<T extends TextTable> = (id: keyof T & string, ...args: TextArg[]) => string

export function tellerOf<T extends TextTable>(words: Words, _table: T): Teller<T> {
  return (id, ...args) => words.say({ id, args })
}
