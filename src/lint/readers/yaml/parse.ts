import { Composer, Lexer, Parser, type Document } from 'yaml'
import type { Comment } from '../../document'

/** Above this many UTF-16 units no file is read: no configuration is as long. */
const MAX_LENGTH = 4 * 1024 * 1024
/** Deeper nesting is an attack on the parser, not a configuration. */
const MAX_DEPTH = 200

/** The documents without an error. Null where nothing can be read: a template, a broken file, something built to break a parser. */
export function parseYaml(text: string): readonly Document[] | null {
  if (text.length > MAX_LENGTH || text.includes('\0') || isTooDeep(text)) return null
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

/** Brackets in brackets, or dashes behind dashes on one line: more than a person writes. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5b || code === 0x7b) depth++
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--
    if (depth > MAX_DEPTH) return true
  }
  return /(?:[-?:][ \t]+){200}/.test(text) || /^[ \t]{2000}/m.test(text)
}

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
