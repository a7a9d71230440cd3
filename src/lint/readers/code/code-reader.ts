import type { KnownKeys } from '../../catalogue/known-keys'
import type { Comment } from '../../document'
import { codeLanguageOf, looksLikeKafka, type CodeLanguage } from '../code-looks'
import type { Reader } from '../reader'
import { blocksOf, codeSyntax, type Draft } from './draft'

/** What the reader of a language finds in a text. */
export interface Found {
  /** In any order; those that are not Kafka's are left out. */
  readonly drafts: readonly Draft[]
  readonly comments: readonly Comment[]
}

/** Longer files are not looked at: they are made by machines. */
const MAX_LENGTH = 4 * 1024 * 1024

/** A reader of source code. */
export function codeReader(
  id: CodeLanguage,
  languages: readonly string[],
  find: (text: string, fileName: string, known: KnownKeys) => Found,
): Reader {
  return {
    id,
    languages,
    accepts: (fileName, languageId) => codeLanguageOf(fileName, languageId) === id,
    mayBeKafka: ({ text }) => text.length <= MAX_LENGTH && looksLikeKafka(id, text),
    read(file, _role, known) {
      const { text, fileName } = file
      if (!this.mayBeKafka(file, null) || text.includes('\0')) return null
      const { drafts, comments } = find(text, fileName, known)
      const blocks = drafts
        .filter(({ certain, entries }) => certain && entries.length > 0)
        .flatMap((draft) => blocksOf(draft, known))
      if (blocks.length === 0) return null
      return { text, blocks, comments, syntax: codeSyntax(text) }
    },
  }
}
