import type { Block, Entry, Syntax, TextEdit, TextRange } from '../../document'
import { javaTrim } from '../../java-text'

/** One setting of a file as it is written, before it is known whose it is. */
export interface Leaf {
  /** Its keys from the root of the document, joined by dots; elements of lists as `[0]`. */
  readonly path: string
  /** Its text as the loader of the format gives it on; null = none that can be told (a map, a reference). */
  readonly value: string | null
  readonly keyRange: TextRange
  readonly valueRange: TextRange
  /** What goes when the setting is deleted. */
  readonly range: TextRange
}

/** How a container (YAML, JSON, lines of properties) is changed. */
export interface Container {
  /** The text of a key that stands at `path`, beside `leaf`. */
  keyText(leaf: Leaf, path: string): string
  setValue(leaf: Leaf, value: string): TextEdit
  /** Null where the leaf would have to move to be at `path`. */
  rename(leaf: Leaf, path: string): TextEdit | null
  insertAfter(leaf: Leaf, path: string, value: string): TextEdit
}

/** A leaf as an entry of a block. */
export class PlacedEntry implements Entry {
  readonly key: string
  declare readonly written?: string
  readonly value: string | null
  readonly leaf: Leaf

  /**
   * @param value as Kafka gets it; without it, the leaf's own.
   * @param written what the file calls the setting, where that is another name.
   */
  constructor(key: string, leaf: Leaf, value: string | null = leaf.value, written = key) {
    this.key = key
    if (written !== key) this.written = written
    this.value = value === null ? null : javaTrim(value)
    this.leaf = leaf
  }

  get keyRange(): TextRange {
    return this.leaf.keyRange
  }

  get valueRange(): TextRange {
    return this.leaf.valueRange
  }

  get range(): TextRange {
    return this.leaf.range
  }

  under(prefix: string): PlacedEntry {
    return new PlacedEntry(this.key.slice(prefix.length), this.leaf, this.value)
  }
}

/** Where a key of a block stands in the file: its path, as it would be written beside a leaf of the block. */
export type PathOf = (key: string, beside: Leaf) => string

/** A block whose entries are leaves of a container. */
export interface PlacedBlock extends Block {
  readonly entries: readonly PlacedEntry[]
  readonly pathOf: PathOf
}

/** The syntax of a document whose blocks are all `PlacedBlock`s over one container. */
export function placedSyntax(container: Container, lineComment: string | null): Syntax {
  const leafOf = (entry: Entry): Leaf => (entry as PlacedEntry).leaf
  const pathOf = (block: Block, key: string, beside: Leaf): string =>
    (block as PlacedBlock).pathOf(key, beside)
  return {
    key(block, key) {
      const first = block.entries[0]
      if (first === undefined) return key
      return container.keyText(leafOf(first), pathOf(block, key, leafOf(first)))
    },
    value: (text) => text,
    ...(lineComment === null ? {} : { lineComment }),
    insertAfter: (block, entry, key, value) =>
      container.insertAfter(leafOf(entry), pathOf(block, key, leafOf(entry)), value),
    setValue: (entry, value) => container.setValue(leafOf(entry), value),
    rename: (block, entry, key) => container.rename(leafOf(entry), pathOf(block, key, leafOf(entry))),
  }
}
