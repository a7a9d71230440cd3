import type { Entry, TextRange } from '../../document'
import { javaTrim } from '../../java-text'
import type { Property } from './tokenize'

/** A property as a block holds it. Its ranges are made when a finding asks for them: most never are. */
export class PropertyEntry implements Entry {
  readonly key: string
  declare readonly written?: string
  readonly value: string
  private readonly property: Property

  /**
   * @param key the name in its block, without the block's prefix.
   * @param written what the file calls it there, where that is another name.
   */
  constructor(key: string, property: Property, written = key) {
    this.key = key
    if (written !== key) this.written = written
    this.value = javaTrim(property.value)
    this.property = property
  }

  get keyRange(): TextRange {
    return { start: this.property.keyStart, end: this.property.keyEnd }
  }

  get valueRange(): TextRange {
    return { start: this.property.valueStart, end: this.property.valueEnd }
  }

  get range(): TextRange {
    return { start: this.property.start, end: this.property.end }
  }

  /** The same property under another name of the setting. */
  as(key: string): PropertyEntry {
    return key === this.key ? this : new PropertyEntry(key, this.property, this.key)
  }

  /** The same property in a block whose keys begin with `prefix`. */
  under(prefix: string): PropertyEntry {
    return new PropertyEntry(this.key.slice(prefix.length), this.property)
  }
}
