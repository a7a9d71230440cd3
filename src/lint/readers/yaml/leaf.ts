import { isScalar, isSeq, type Scalar } from 'yaml'
import type { TextRange } from '../../document'
import type { Leaf } from '../placed/leaf'
import { plainValue, type Loader } from './scalar'
import { rangeOf, type Field, type Tree } from './tree'

/**
 * How a setting stands in YAML: a pair of a map; an element `KEY=value` of a list; an element of a list that is a map
 * of `name` and `value`, as a container's environment in Kubernetes.
 */
export type YamlForm = 'pair' | 'assignment' | 'named'

export interface YamlLeaf extends Leaf {
  readonly form: YamlForm
  /** The pair, or the element of the list. */
  readonly field: Field
  /** What holds the value, and with an assignment the key too. */
  readonly scalar: Scalar | null
  /** The key as a node; null in an assignment. */
  readonly keyScalar: Scalar | null
  readonly loader: Loader
}

const nowhere: TextRange = { start: 0, end: 0 }

/** Makes leaves of the fields of one file. */
export class YamlLeaves {
  private readonly text: string
  private readonly loader: Loader

  constructor(text: string, loader: Loader) {
    this.text = text
    this.loader = loader
  }

  /** All leaves under the fields, depth first. A list of scalars is one leaf, its elements joined by commas. */
  all(tree: Tree, fields: readonly Field[]): YamlLeaf[] {
    const leaves: YamlLeaf[] = []
    const walk = (field: Field): void => {
      const { value } = field
      if (value === null || isScalar(value)) {
        if (field.keyNode !== null) leaves.push(this.pair(field))
      } else if (isSeq(value) && value.items.length > 0 && value.items.every((item) => isScalar(item))) {
        leaves.push(this.list(field, value.items))
      } else for (const below of tree.under(field)) walk(below)
    }
    for (const field of fields) walk(field)
    return leaves
  }

  /** A pair whose value is a scalar or anything else, which then has no value that can be told. */
  pair(field: Field): YamlLeaf {
    const { value, path, keyNode } = field
    const scalar = isScalar(value) ? value : null
    const text = scalar === null ? (value === null ? this.nothing() : null) : this.textOf(scalar)
    return this.leaf('pair', path, text, field, scalar, keyNode, placeOf(keyNode), this.placeOfValue(field))
  }

  /** `- KEY=value` or `- KEY`; null where the element is something else. */
  assignment(field: Field, holder: string): YamlLeaf | null {
    const { value: scalar } = field
    if (!isScalar(scalar) || typeof scalar.value !== 'string') return null
    const { value } = scalar
    const [start, end] = rangeOf(scalar) ?? [0, 0]
    const written = this.text.slice(start, end)
    const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE'
    const inner = quoted ? written.slice(1, -1) : written
    const equals = inner.indexOf('=')
    const name = value.includes('=') ? value.slice(0, value.indexOf('=')) : value
    const from = quoted ? start + 1 : start
    const to = from + inner.length
    const at = equals < 0 ? to : from + equals
    const text = equals < 0 ? null : value.slice(value.indexOf('=') + 1)
    const keyRange = { start: from, end: at }
    const valueRange = { start: equals < 0 ? to : at + 1, end: to }
    return this.leaf('assignment', `${holder}.${name}`, text, field, scalar, null, keyRange, valueRange)
  }

  /** `- name: KEY` with `value:`; null where the element is something else. */
  named(tree: Tree, field: Field, holder: string): YamlLeaf | null {
    const fields = tree.under(field)
    const name = tree.get(fields, 'name')?.value
    if (!isScalar(name) || typeof name.value !== 'string') return null
    const value = tree.get(fields, 'value')
    const scalar = isScalar(value?.value) ? value.value : null
    const text = scalar === null ? null : this.textOf(scalar)
    const path = `${holder}.${name.value}`
    const valueRange = value === undefined ? nowhere : this.placeOfValue(value)
    return this.leaf('named', path, text, field, scalar, name, placeOf(name), valueRange)
  }

  private leaf(
    form: YamlForm,
    path: string,
    value: string | null,
    field: Field,
    scalar: Scalar | null,
    keyScalar: Scalar | null,
    keyRange: TextRange,
    valueRange: TextRange,
  ): YamlLeaf {
    const { text, loader } = this
    return {
      form,
      path,
      value,
      field,
      scalar,
      keyScalar,
      loader,
      keyRange,
      valueRange,
      get range() {
        const from = form === 'pair' ? keyRange.start : dashBefore(text, rangeOf(field.value)?.[0] ?? 0)
        return wholeLines(text, from, Math.max(field.end, keyRange.end, valueRange.end), field.inFlow)
      },
    }
  }

  private list(field: Field, items: readonly Scalar[]): YamlLeaf {
    const texts = items.map((item) => this.textOf(item) ?? '')
    const { path, keyNode } = field
    return this.leaf(
      'pair',
      path,
      texts.join(','),
      field,
      null,
      keyNode,
      placeOf(keyNode),
      this.placeOfValue(field),
    )
  }

  private placeOfValue(field: Field): TextRange {
    const range = rangeOf(field.value)
    const behindKey = rangeOf(field.keyNode)?.[1] ?? 0
    if (range === null || range[0] < behindKey) return { start: behindKey, end: behindKey }
    let end = range[1]
    while (end > range[0] && /\s/.test(this.text.charAt(end - 1))) end--
    return { start: range[0], end }
  }

  private textOf(scalar: Scalar): string | null {
    const { value } = scalar
    if (typeof value !== 'string') return null
    if (scalar.type !== 'PLAIN') return value
    return plainValue(value, this.loader) ?? this.nothing()
  }

  /** What an empty value is: nothing to the environment of a container, an empty text to a framework. */
  private nothing(): string | null {
    return this.loader === 'java' ? '' : null
  }
}

function placeOf(node: Scalar | null): TextRange {
  const range = rangeOf(node)
  return range === null ? nowhere : { start: range[0], end: range[1] }
}

/** The dash of a list's element. */
function dashBefore(text: string, at: number): number {
  let start = at
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--
  return text.charAt(start - 1) === '-' ? start - 1 : at
}

/** From the start of the line to its end; only the text itself where something else stands before it on the line. */
function wholeLines(text: string, from: number, to: number, inFlow: boolean): TextRange {
  const lineStart = inFlow ? from : startOfLine(text, from)
  if (inFlow || text.slice(lineStart, from).trim() !== '') {
    // The comma behind goes too.
    const comma = /^[ \t]*,[ \t]*/.exec(text.slice(to, to + 100))
    return { start: from, end: to + (inFlow ? (comma?.[0].length ?? 0) : 0) }
  }
  return { start: lineStart, end: endOfLine(text, Math.max(from, to - 1), true) }
}

export function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Offset of the line end behind `at`, or of what follows it. */
export function endOfLine(text: string, at: number, behind: boolean): number {
  const end = text.indexOf('\n', at)
  if (end < 0) return text.length
  if (behind) return end + 1
  return text.charAt(end - 1) === '\r' && end > at ? end - 1 : end
}
