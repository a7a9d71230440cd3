import type { Comment, LintDocument, TextEdit, TextRange } from '../../document'
import { dotenvLook } from '../looks'
import { assemble } from '../placed/assemble'
import { placedSyntax, type Container, type Leaf } from '../placed/leaf'
import { isReadable } from '../placed/limits'
import type { Reader } from '../reader'
import { draftsOf } from './drafts'

interface VariableLeaf extends Leaf {
  /** Around the value; empty = none. */
  readonly quote: string
}

/** A file of variables (`KEY=value`) that an image of Kafka or a Spring application is started with. */
export const dotenvReader: Reader = {
  ...dotenvLook,

  read(file, _role, known) {
    const { text } = file
    if (!this.mayBeKafka(file, null) || !isReadable(text)) return null
    const leaves = variablesIn(text)
    const environment = { id: '', image: null, holder: '', leaves }
    const blocks = assemble([{ profile: null, drafts: draftsOf([environment]) }], known)
    if (blocks.length === 0) return null
    const syntax = placedSyntax(new DotenvContainer(text), '#')
    return { format: 'environment', text, blocks, comments: commentsIn(text), syntax } satisfies LintDocument
  },
}

/** A name, `=`, and a value in quotes or up to a comment or the end of the line. */
const assignment =
  /^[ \t\ufeff]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)=[ \t]*(?:(["'])((?:(?!\2)[^\\\r\n]|\\[^\r\n])*)\2|([^\r\n]*))/gm

function variablesIn(text: string): VariableLeaf[] {
  return [...text.matchAll(assignment)].map((match): VariableLeaf => {
    const [whole, name = '', quote = '', quoted = '', plain = ''] = match
    const bare = plain.replace(/(?:^|[ \t])#.*$/, '').trimEnd()
    const lineStart = match.index
    const keyStart =
      lineStart + whole.indexOf(name, whole.length - whole.trimStart().length + exportOf(whole))
    const tail = quote === '' ? plain.length : quoted.length + 2
    const valueStart = lineStart + whole.length - tail
    const valueEnd = valueStart + (quote === '' ? bare.length : tail)
    return {
      path: `.${name}`,
      value: quote === '' ? bare : quoted,
      quote,
      keyRange: { start: keyStart, end: keyStart + name.length },
      valueRange: { start: valueStart, end: valueEnd },
      range: lineOf(text, lineStart),
    }
  })
}

/** Length of `export` where the line begins with it. */
function exportOf(line: string): number {
  return /^export[ \t]/.test(line.trimStart()) ? 'export'.length : 0
}

function lineOf(text: string, start: number): TextRange {
  const end = text.indexOf('\n', start)
  return { start, end: end < 0 ? text.length : end + 1 }
}

function commentsIn(text: string): Comment[] {
  return [...text.matchAll(/^[ \t]*#([^\r\n]*)/gm)].map((match): Comment => {
    const end = match.index + match[0].length
    const own = match[1] ?? ''
    return { start: end - own.length - 1, end, text: own }
  })
}

class DotenvContainer implements Container {
  private readonly text: string
  private readonly lineEnd: string

  constructor(text: string) {
    this.text = text
    this.lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  }

  keyText(_leaf: Leaf, path: string): string {
    return path.slice(1)
  }

  rename(leaf: Leaf, path: string): TextEdit {
    return { ...leaf.keyRange, text: path.slice(1) }
  }

  setValue(leaf: Leaf, value: string): TextEdit {
    const { quote } = leaf as VariableLeaf
    return { ...leaf.valueRange, text: written(value, quote) }
  }

  insertAfter(leaf: Leaf, path: string, value: string): TextEdit {
    const at = leaf.range.end
    const line = `${path.slice(1)}=${written(value, '')}`
    const closed = this.text.charAt(at - 1) === '\n'
    return { start: at, end: at, text: closed ? line + this.lineEnd : this.lineEnd + line }
  }
}

function written(value: string, quote: string): string {
  if (quote !== '' && !value.includes(quote)) return quote + value + quote
  return /[\s#"'$\\]/.test(value) ? JSON.stringify(value) : value
}
