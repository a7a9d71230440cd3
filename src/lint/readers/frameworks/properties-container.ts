import type { TextEdit } from '../../document'
import type { Container, Leaf } from '../placed/leaf'
import { escapePropertyKey, escapePropertyValue, type Property } from '../properties/tokenize'

/** A property as a leaf: its path is its whole key. */
export function propertyLeaf(property: Property): Leaf {
  return {
    path: property.key,
    value: property.value,
    keyRange: { start: property.keyStart, end: property.keyEnd },
    valueRange: { start: property.valueStart, end: property.valueEnd },
    range: { start: property.start, end: property.end },
  }
}

/** Changes lines of properties. */
export class PropertiesContainer implements Container {
  private readonly text: string
  private readonly lineEnd: string

  constructor(text: string) {
    this.text = text
    this.lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  }

  keyText(_leaf: Leaf, path: string): string {
    return escapePropertyKey(path)
  }

  rename(leaf: Leaf, path: string): TextEdit {
    return { ...leaf.keyRange, text: escapePropertyKey(path) }
  }

  setValue(leaf: Leaf, value: string): TextEdit {
    const { start, end } = leaf.valueRange
    const bare = start === end && !/[=:]/.test(this.text.slice(leaf.keyRange.end, start))
    return { start, end, text: `${bare ? '=' : ''}${escapePropertyValue(value)}` }
  }

  insertAfter(leaf: Leaf, path: string, value: string): TextEdit {
    const line = `${escapePropertyKey(path)}=${escapePropertyValue(value)}`
    const at = leaf.range.end
    const closed = at > 0 && /[\r\n]/.test(this.text.charAt(at - 1))
    return { start: at, end: at, text: closed ? line + this.lineEnd : this.lineEnd + line }
  }
}
