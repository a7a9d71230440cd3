import type { Node } from 'jsonc-parser'
import type { TextEdit, TextRange } from '../../document'
import type { Container, Leaf } from '../placed/leaf'

/** A property of a JSON object. Ranges take the quotes in. */
export interface JsonLeaf extends Leaf {
  /** Whether the value is written in quotes. */
  readonly isText: boolean
}

export function jsonLeaf(path: string, key: Node, value: Node, text: string): JsonLeaf {
  const keyRange = rangeOf(key)
  const valueRange = rangeOf(value)
  return {
    path,
    value: textOf(value, text),
    keyRange,
    valueRange,
    isText: value.type === 'string',
    get range() {
      return rangeOfProperty(text, keyRange.start, valueRange.end)
    },
  }
}

function rangeOf({ offset, length }: Node): TextRange {
  return { start: offset, end: offset + length }
}

function textOf(node: Node, text: string): string | null {
  const value: unknown = node.value
  if (typeof value === 'string') return value
  // As it stands: a number of many digits is not to be rounded.
  if (node.type === 'number' || node.type === 'boolean')
    return text.slice(node.offset, node.offset + node.length)
  return null
}

/** With the comma behind it and its line; the last property takes the comma before it. */
function rangeOfProperty(text: string, from: number, to: number): TextRange {
  const behind = /^\s*,[ \t]*(?:\r?\n)?/.exec(text.slice(to, to + 200))
  if (behind !== null) {
    const gap = behind[0].endsWith('\n')
      ? (/(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, from - 200), from)) ?? [])
      : []
    return { start: from - (gap[1]?.length ?? 0), end: to + behind[0].length }
  }
  const before = /,\s*$/.exec(text.slice(Math.max(0, from - 200), from))
  return { start: from - (before?.[0].length ?? 0), end: to }
}

/** Changes a JSON text. */
export class JsonContainer implements Container {
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  keyText(_leaf: Leaf, path: string): string {
    return JSON.stringify(path)
  }

  rename(leaf: Leaf, path: string): TextEdit {
    return { ...leaf.keyRange, text: JSON.stringify(path) }
  }

  setValue(leaf: Leaf, value: string): TextEdit {
    const bare = !(leaf as JsonLeaf).isText && /^(?:true|false|-?(?:0|[1-9]\d{0,14}))$/.test(value)
    return { ...leaf.valueRange, text: bare ? value : JSON.stringify(value) }
  }

  insertAfter(leaf: Leaf, path: string, value: string): TextEdit {
    const { start } = leaf.keyRange
    const lineStart = this.text.lastIndexOf('\n', start - 1) + 1
    const indent = this.text.slice(lineStart, start)
    const lineEnd = this.text.includes('\r\n') ? '\r\n' : '\n'
    const gap = lineStart > 0 && indent.trim() === '' ? lineEnd + indent : ' '
    const at = leaf.valueRange.end
    return { start: at, end: at, text: `,${gap}${JSON.stringify(path)}: ${JSON.stringify(value)}` }
  }
}
