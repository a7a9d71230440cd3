import type { Block, Entry, LintDocument, TextRange } from '../document'

/** A setting that an offset of the text is in. */
export interface Place {
  readonly block: Block
  readonly entry: Entry
  /** The part of it that the offset is in. */
  readonly part: 'key' | 'value'
}

/**
 * The setting at an offset. One line may be part of several blocks: the first one with a role of Kafka's has it, for
 * what a framework reads by itself is told last.
 * @param at UTF-16 offset; the ends of a key and of a value belong to them.
 */
export function placeAt(document: LintDocument, at: number): Place | null {
  let other: Place | null = null
  for (const block of document.blocks)
    for (const entry of block.entries) {
      const part = holds(entry.keyRange, at) ? 'key' : holds(entry.valueRange, at) ? 'value' : null
      if (part === null) continue
      const place: Place = { block, entry, part }
      if (block.role !== 'other') return place
      other ??= place
    }
  return other
}

function holds({ start, end }: TextRange, at: number): boolean {
  return start <= at && at <= end
}
