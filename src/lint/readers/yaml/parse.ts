import { Composer, Lexer, Parser, type Document } from 'yaml'
import type { Comment } from '../../document'
import { isReadable } from '../placed/limits'

/** The documents without an error. Null where nothing can be read: a template, a broken file, something built to break a parser. */
export function parseYaml(text: string): readonly Document[] | null {
  if (!isReadable(text) || tooDeep.test(text)) return null
  const documents: Document[] = []
  try {
    const composer = new Composer({
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
      strict: false,
    })
    for (const document of composer.compose(new Parser().parse(text), true, text.length))
      if (document.errors.length === 0) documents.push(document)
  } catch {
    // The parser is recursive; nesting that the look above lets through may still overflow the stack.
    return null
  }
  return documents.length === 0 ? null : documents
}

/** Dashes behind dashes on one line, or a line that starts far to the right: deeper than a person writes. */
const tooDeep = /(?:[-?:][ \t]+){200}|^[ \t]{1000}/m

const SCALAR = '\x1f'
const markers: ReadonlySet<string> = new Set(['\x02', '\x18', SCALAR])

/** Comments with their places; looked for only where one may switch a rule off. */
export function commentsOf(text: string): Comment[] {
  const comments: Comment[] = []
  if (!text.includes('lagline-disable')) return comments
  let at = 0
  let before = ''
  for (const lexeme of new Lexer().lex(text)) {
    if (!markers.has(lexeme)) {
      if (lexeme.startsWith('#') && before !== SCALAR)
        comments.push({ start: at, end: at + lexeme.length, text: lexeme.slice(1) })
      at += lexeme.length
    }
    before = lexeme
  }
  return comments
}
