import { isMap } from 'yaml'
import type { TextEdit } from '../../document'
import type { Container, Leaf } from '../placed/leaf'
import { endOfLine, startOfLine, type YamlLeaf } from './leaf'
import { writeScalar } from './scalar'
import { rangeOf, textOfKey, type Field } from './tree'

/** Changes a YAML text: values keep their quotes, new settings stand beside their neighbours. */
export class YamlContainer implements Container {
  private readonly text: string
  private readonly lineEnd: string

  constructor(text: string) {
    this.text = text
    this.lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  }

  keyText(leaf: Leaf, path: string): string {
    const { holder } = this.holderOf(leaf as YamlLeaf, path)
    return this.key(leaf as YamlLeaf, path.slice(holder === '' ? 0 : holder.length + 1))
  }

  rename(leaf: Leaf, path: string): TextEdit | null {
    const own = leaf as YamlLeaf
    const { holder } = own.field
    if (!isUnder(path, holder)) return this.renameAround(own, path)
    return { ...leaf.keyRange, text: this.key(own, path.slice(holder === '' ? 0 : holder.length + 1)) }
  }

  /** Renames a map around the leaf, where that is all it takes and nothing else stands in it. */
  private renameAround(leaf: YamlLeaf, path: string): TextEdit | null {
    for (let field = leaf.field.parent; field !== null && isAlone(field); field = field.parent) {
      const { holder, keyNode } = field
      const head = holder === '' ? '' : `${holder}.`
      const tail = leaf.field.path.slice(field.path.length)
      const range = rangeOf(keyNode)
      if (range === null) return null
      if (!path.startsWith(head) || !path.endsWith(tail) || path.length <= head.length + tail.length) continue
      const name = path.slice(head.length, path.length - tail.length)
      return { start: range[0], end: range[1], text: writeScalar(name, keyNode?.type, false) }
    }
    return null
  }

  setValue(leaf: Leaf, value: string): TextEdit {
    const own = leaf as YamlLeaf
    const { start, end } = leaf.valueRange
    const separator = this.text.slice(leaf.keyRange.end, start)
    if (own.form === 'assignment') {
      const missing = !separator.includes('=')
      return { start, end, text: (missing ? '=' : '') + escapeIn(own, value) }
    }
    if (own.form === 'named' && own.scalar === null) {
      const text = `${this.lineEnd}${' '.repeat(this.column(leaf.keyRange.start) - 'name: '.length)}value: ${this.scalar(own, value)}`
      return { start: leaf.keyRange.end, end: leaf.keyRange.end, text }
    }
    if (start !== end) return { start, end, text: this.scalar(own, value) }
    // `key:` or `key` in `{…}`: what stands behind the key is the colon.
    const colon = /^\s*:/.exec(this.text.slice(leaf.keyRange.end, leaf.keyRange.end + 20))?.[0]
    const at = leaf.keyRange.end + (colon?.length ?? 0)
    return { start: at, end: at, text: `${colon === undefined ? ':' : ''} ${this.scalar(own, value)}` }
  }

  insertAfter(leaf: Leaf, path: string, value: string): TextEdit {
    const own = leaf as YamlLeaf
    if (own.form !== 'pair') return this.insertElement(own, path.slice(own.field.holder.length + 1), value)
    const field = this.holderOf(own, path)
    const name = path.slice(field.holder === '' ? 0 : field.holder.length + 1)
    const pair = `${this.key(own, name)}: ${this.scalar(own, value)}`
    if (field.inFlow) return { start: field.end, end: field.end, text: `, ${pair}` }
    const at = this.endOf(field)
    return { start: at, end: at, text: `${this.lineEnd}${' '.repeat(this.column(startOf(field)))}${pair}` }
  }

  private insertElement(leaf: YamlLeaf, name: string, value: string): TextEdit {
    const { field } = leaf
    const inner = rangeOf(field.value)?.[0] ?? 0
    if (field.inFlow) {
      const text = leaf.form === 'assignment' ? `"${name}=${value}"` : `{ name: ${name}, value: "${value}" }`
      return { start: field.end, end: field.end, text: `, ${text}` }
    }
    const dash = this.text.lastIndexOf('-', inner)
    const indent = ' '.repeat(this.column(dash))
    const gap = this.text.slice(dash + 1, inner)
    const at = this.endOf(field)
    const element =
      leaf.form === 'assignment'
        ? `-${gap}${name}=${value}`
        : `-${gap}name: ${name}${this.lineEnd}${indent} ${' '.repeat(gap.length)}value: ${this.scalar(leaf, value)}`
    return { start: at, end: at, text: `${this.lineEnd}${indent}${element}` }
  }

  /** The innermost field around the leaf whose holder also holds `path`. */
  private holderOf(leaf: YamlLeaf, path: string): Field {
    let field = leaf.field
    while (field.parent !== null && (!isUnder(path, field.holder) || field.keyNode === null))
      field = field.parent
    return field
  }

  private key(leaf: YamlLeaf, name: string): string {
    if (leaf.form === 'assignment') return name
    const { keyScalar } = leaf
    const quotes = keyScalar?.type
    if (leaf.form === 'named') return writeScalar(name, quotes, false)
    const bracketed =
      keyScalar !== null && textOfKey(keyScalar).startsWith('[') && name.includes('.') ? `[${name}]` : name
    if (bracketed !== name) return quotes === 'QUOTE_SINGLE' ? `'${bracketed}'` : `"${bracketed}"`
    return writeScalar(name, quotes, false)
  }

  private scalar(leaf: YamlLeaf, value: string): string {
    const style = leaf.scalar?.type
    const quotes = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE' ? style : undefined
    // The environment of a container holds texts; older Compose refuses a truth value, Kubernetes a number.
    const truth = leaf.loader === 'compose' && (value === 'true' || value === 'false')
    const isText = leaf.loader === 'kubernetes' && leaf.form === 'named'
    const flowing = leaf.field.inFlow && /[,[\]{}]/.test(value)
    return writeScalar(value, flowing && quotes === undefined ? 'QUOTE_DOUBLE' : quotes, truth || isText)
  }

  /** End of the last line of a field's value, before the line end. */
  private endOf(field: Field): number {
    let end = Math.max(field.end, rangeOf(field.keyNode)?.[1] ?? 0)
    while (end > 0 && /\s/.test(this.text.charAt(end - 1))) end--
    return endOfLine(this.text, end, false)
  }

  private column(at: number): number {
    const start = startOfLine(this.text, at)
    // A byte order mark has no width.
    return at - start - (start === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0)
  }
}

function startOf(field: Field): number {
  return rangeOf(field.keyNode)?.[0] ?? 0
}

function isAlone({ value }: Field): boolean {
  return isMap(value) && value.items.length === 1
}

function isUnder(path: string, holder: string): boolean {
  return holder === '' || path.startsWith(`${holder}.`)
}

/** A value inside a scalar that also holds its key. */
function escapeIn(leaf: YamlLeaf, value: string): string {
  if (leaf.scalar?.type === 'QUOTE_DOUBLE') return JSON.stringify(value).slice(1, -1)
  return leaf.scalar?.type === 'QUOTE_SINGLE' ? value.replaceAll("'", "''") : value
}
