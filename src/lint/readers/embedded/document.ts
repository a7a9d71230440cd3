import type { Block, Comment, Entry, LintDocument, Syntax, TextEdit, TextRange } from '../../document'
import { keyEdit, valueEdit } from '../../writing'
import type { BlockScalar } from './block-scalar'

/** A file in a scalar of another one. */
export interface Embedded {
  readonly document: LintDocument
  readonly scalar: BlockScalar
}

/** An entry of a file inside another one, with its places in that one. */
class EmbeddedEntry implements Entry {
  readonly key: string
  readonly value: string | null
  readonly written?: string
  readonly own: Entry
  readonly file: Embedded

  constructor(own: Entry, file: Embedded) {
    this.key = own.key
    this.value = own.value
    if (own.written !== undefined) this.written = own.written
    this.own = own
    this.file = file
  }

  get keyRange(): TextRange {
    return this.file.scalar.range(this.own.keyRange)
  }

  get valueRange(): TextRange {
    return this.file.scalar.range(this.own.valueRange)
  }

  get range(): TextRange {
    return this.file.scalar.deletion(this.own.range)
  }
}

interface EmbeddedBlock extends Block {
  readonly own: Block
  readonly file: Embedded
}

/** The blocks of a file inside another one. @param profile of what they stand in. */
export function blocksIn(file: Embedded, profile: string | null): Block[] {
  const done = new Map<Block, EmbeddedBlock>()
  const placed = (own: Block): EmbeddedBlock => {
    let made = done.get(own)
    if (made === undefined) {
      made = {
        ...own,
        profile: own.profile ?? profile,
        entries: own.entries.map((entry) => new EmbeddedEntry(entry, file)),
        parent: own.parent === null ? null : placed(own.parent),
        own,
        file,
      }
      done.set(own, made)
    }
    return made
  }
  return file.document.blocks.map(placed)
}

export function commentsIn({ document, scalar }: Embedded): Comment[] {
  return document.comments.map((comment) => ({ ...scalar.range(comment), text: comment.text }))
}

function embedded(entry: Entry | undefined): EmbeddedEntry | null {
  return entry instanceof EmbeddedEntry ? entry : null
}

const nothing: TextEdit = { start: 0, end: 0, text: '' }

/** Writes into the files inside as they are written, and into the rest as `outer` does. */
export function syntaxWith(outer: Syntax, lineEnd: string): Syntax {
  const isOwn = (block: Block): block is EmbeddedBlock => embedded(block.entries[0]) !== null
  return {
    ...outer,
    key: (block, key) =>
      isOwn(block) ? block.file.document.syntax.key(block.own, key) : outer.key(block, key),
    value(text, entry) {
      const inside = embedded(entry)
      return inside === null ? outer.value(text, entry) : inside.file.document.syntax.value(text, inside.own)
    },
    setValue(entry, value) {
      const inside = embedded(entry)
      if (inside === null) return outer.setValue?.(entry, value) ?? nothing
      const { document, scalar } = inside.file
      return scalar.edit(valueEdit(document, inside.own, value)) ?? nothing
    },
    rename(block, entry, key) {
      const inside = embedded(entry)
      if (inside === null || !isOwn(block)) return outer.rename?.(block, entry, key) ?? null
      const edit = keyEdit(inside.file.document, block.own, inside.own, key)
      return edit === null ? null : inside.file.scalar.edit(edit)
    },
    insertAfter(block, entry, key, value) {
      const inside = embedded(entry)
      if (inside === null || !isOwn(block)) return outer.insertAfter(block, entry, key, value)
      const { document, scalar } = inside.file
      return scalar.edit(document.syntax.insertAfter(block.own, inside.own, key, value)) ?? nothing
    },
    commentAbove(entry, text) {
      const inside = embedded(entry)
      const { lineComment: sign } = inside === null ? outer : inside.file.document.syntax
      const { start } = (inside?.own ?? entry).range
      if (sign === undefined) return null
      if (inside === null) return { start, end: start, text: `${sign} ${text}${lineEnd}` }
      return inside.file.scalar.edit({ start, end: start, text: `${sign} ${text}\n` })
    },
  }
}
