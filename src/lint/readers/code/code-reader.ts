import type { KnownKeys } from '../../catalogue/known-keys'
import type { Comment } from '../../document'
import { codeLanguageOf, looksLikeKafka, type CodeLanguage } from '../code-looks'
import type { Reader } from '../reader'
import { blocksOf, codeSyntax, type Draft } from './draft'
import { codeProbes } from './probes'

/** What the reader of a language finds in a text. */
export interface Found {
  /** In any order; those that are not Kafka's are left out. */
  readonly drafts: readonly Draft[]
  readonly comments: readonly Comment[]
}

/** Longer files are not looked at: they are made by machines. */
const MAX_LENGTH = 4 * 1024 * 1024

/**
 * What no person writes. Grammars that recover from errors, or look for the end of a comment or of a regular expression
 * at each sign that may open one, take time by the square of these.
 */
const MAX_DEPTH = 400
const MAX_LINE = 20_000
const MAX_SIGNS = 1000
const MAX_OPEN_COMMENTS = 200

function isMachineMade(text: string): boolean {
  let depth = 0
  let lineStart = 0
  let signs = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      lineStart = at
      signs = 0
    } else if (isSign(code)) signs++
    else signs = 0
    // ( [ {
    if (code === 40 || code === 91 || code === 123) depth++
    // ) ] }
    else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--
    if (depth > MAX_DEPTH || signs > MAX_SIGNS || at - lineStart > MAX_LINE) return true
  }
  return text.slice(text.lastIndexOf('*/') + 1).split('/*').length > MAX_OPEN_COMMENTS
}

/** Printable, and neither letter, digit nor quote. */
function isSign(code: number): boolean {
  const letter = (code >= 48 && code <= 57) || (code >= 64 && code <= 90) || (code >= 95 && code <= 122)
  return code > 32 && code < 127 && !letter && code !== 34 && code !== 39
}

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
      if (!this.mayBeKafka(file, null) || text.includes('\0') || isMachineMade(text)) return null
      // Grammars know no byte order mark; an empty line is no indentation either.
      const { drafts, comments } = find(text.replace(/^\ufeff/, '\n'), fileName, known)
      const blocks = drafts
        .filter(({ certain, entries }) => certain && entries.length > 0)
        .flatMap((draft) => blocksOf(draft, known))
      if (blocks.length === 0) return null
      return { text, blocks, comments, syntax: codeSyntax(text) }
    },
    probes: (file, at) => (file.text.length > MAX_LENGTH ? [] : codeProbes(id, file, at)),
  }
}
