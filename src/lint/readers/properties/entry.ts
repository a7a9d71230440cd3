import type { Entry, TextRange } from '../../document'
import { javaTrim } from '../../java-text'
import type { Property } from './tokenize'

/** A property as a block holds it. Its ranges are made when a finding asks for them: most never are. */
export class PropertyEntry implements Entry {
  readonly key: string
  readonly value: string
  private readonly property: Property

  /** @param key the name in its block, without the block's prefix. */
  constructor(key: string, property: Property) {
    this.key = key
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

  /** The same property in a block whose keys begin with `prefix`. */
  under(prefix: string): PropertyEntry {
    return new PropertyEntry(this.key.slice(prefix.length), this.property)
  }
}
