import type { Scalar } from 'yaml'
import type { TextEdit, TextRange } from '../../document'

/** One line of the text in a block scalar. */
interface Line {
  /** Where it begins in the text that the scalar holds. */
  readonly inner: number
  /** Where it begins in the file, its indentation left out. */
  readonly outer: number
  /** The same with the indentation. */
  readonly whole: number
  readonly length: number
}

/**
 * The text that a YAML block scalar holds (`|`, or `>` which folds lines), and where each place of it stands in the file.
 */
export class BlockScalar {
  readonly text: string
  private readonly folded: boolean
  private readonly lines: readonly Line[]
  private readonly indent: string
  private readonly lineEnd: string
  /** Behind the last line of the scalar, with its line end. */
  private readonly end: number

  private constructor(
    text: string,
    folded: boolean,
    lines: readonly Line[],
    indent: string,
    file: string,
    end: number,
  ) {
    this.text = text
    this.folded = folded
    this.lines = lines
    this.indent = indent
    this.lineEnd = file.includes('\r\n') ? '\r\n' : '\n'
    this.end = end
  }

  /** Null for any other scalar, and where what is read here differs from what the parser read. */
  static of(scalar: Scalar, file: string): BlockScalar | null {
    const { type, value, range } = scalar
    const folded = type === 'BLOCK_FOLDED'
    if ((!folded && type !== 'BLOCK_LITERAL') || typeof value !== 'string' || !range) return null
    const headEnd = file.indexOf('\n', range[0])
    if (headEnd < 0 || !/^[|>][-+]?[ \t]*(?:#[^\n]*)?\r?$/.test(file.slice(range[0], headEnd))) return null
    const indent = /^(?:[ \t]*\r?\n)*( +)/.exec(file.slice(headEnd + 1, range[1]))?.[1] ?? ''
    const builder = new Builder(file, folded)
    for (let at = headEnd + 1; at < range[1];) {
      const newline = file.indexOf('\n', at)
      const stop = newline < 0 ? file.length : newline
      builder.add(at, Math.min(at + indent.length, stop), file[stop - 1] === '\r' ? stop - 1 : stop)
      at = stop + 1
    }
    const text = builder.text()
    const end = builder.end()
    const closed = value.endsWith('\n') && file[end - 1] === '\n'
    const inner = closed ? `${text}\n` : text
    // Empty lines at the end are kept by `|+` alone.
    if (text === '' || value.replace(/\n+$/, '') !== text) return null
    return new BlockScalar(inner, folded, builder.lines, indent, file, end)
  }

  /** A range as it stands in the file. */
  range({ start, end }: TextRange): TextRange {
    const from = this.point(start)
    return { start: from, end: Math.max(from, this.point(end)) }
  }

  /** What goes when a range of whole lines is deleted; empty where that is not certain. */
  deletion(range: TextRange): TextRange {
    return (
      this.edit({ ...range, text: '' }) ?? { start: this.point(range.start), end: this.point(range.start) }
    )
  }

  /** An edit of the text as one of the file; null where it is not certain what the scalar would hold then. */
  edit({ start, end, text }: TextEdit): TextEdit | null {
    if (this.folded) {
      const line = this.lineAt(start)
      const inside = end <= line.inner + line.length && !text.includes('\n')
      return inside ? { start: this.point(start), end: this.point(end), text } : null
    }
    const [from, to] = [this.lineStart(start), this.lineStart(end)]
    if (from !== null && to !== null && (text === '' || text.endsWith('\n'))) {
      const written = text.replace(/^(?=[^\n])/gm, this.indent).replaceAll('\n', this.lineEnd)
      return { start: from, end: to, text: written }
    }
    const written = text.replace(/\n(?=[^\n])/g, `\n${this.indent}`).replaceAll('\n', this.lineEnd)
    return { start: this.point(start), end: this.point(end), text: written }
  }

  private lineAt(at: number): Line {
    const line = this.lines.findLast(({ inner }) => inner <= at) ?? this.lines[0]
    return line ?? { inner: 0, outer: 0, whole: 0, length: 0 }
  }

  private point(at: number): number {
    const line = this.lineAt(at)
    return line.outer + Math.min(at - line.inner, line.length)
  }

  /** Where the line that begins at `at` does so in the file, with its indentation; null where none begins there. */
  private lineStart(at: number): number | null {
    if (at === this.text.length && this.text.endsWith('\n')) return this.end
    const line = this.lineAt(at)
    return line.inner === at ? line.whole : null
  }
}

/** Puts lines together as YAML does (1.2, 8.1): folding joins lines by a blank, unless they are indented further. */
class Builder {
  readonly lines: Line[] = []
  private readonly file: string
  private readonly folded: boolean
  private parts = ''
  private between = ''
  private deeper = false

  constructor(file: string, folded: boolean) {
    this.file = file
    this.folded = folded
  }

  add(whole: number, from: number, to: number): void {
    const line = this.file.slice(from, Math.max(from, to))
    if (this.folded) {
      if (line === '') {
        if (this.between === '\n') this.parts += '\n'
        else this.between = '\n'
        return
      }
      const deeper = /^[ \t]/.test(line)
      if (deeper && this.between === ' ') this.between = '\n'
      else if (deeper && !this.deeper && this.between === '\n') this.between = '\n\n'
      this.deeper = deeper
    }
    this.parts += this.between
    this.lines.push({ inner: this.parts.length, outer: from, whole, length: line.length })
    this.parts += line
    this.between = this.folded && !this.deeper ? ' ' : '\n'
  }

  /** Without empty lines at the end. */
  text(): string {
    const text = this.parts.replace(/\n+$/, '')
    while ((this.lines.at(-1)?.inner ?? 0) > text.length) this.lines.pop()
    return text
  }

  /** Behind the last line that is not empty. */
  end(): number {
    const last = this.lines.findLast(({ length }) => length > 0)
    const newline = last === undefined ? -1 : this.file.indexOf('\n', last.outer + last.length)
    return newline < 0 ? this.file.length : newline + 1
  }
}
