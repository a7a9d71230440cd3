import type { KnownKeys } from '../catalogue/known-keys'
import type { LintDocument, NamedRole } from '../document'

/** A file as the editor or the command line has it. */
export interface SourceFile {
  /** Only the base name counts, never folders. */
  readonly fileName: string
  /** The editor's language id; null = by the file name alone. */
  readonly languageId: string | null
  readonly text: string
}

/** A way to finish what is being typed, so that it can be read as a setting. Offsets are of the text as it is. */
export interface Probe {
  /** What is begun, from here to `to`, gives way to `word`. */
  readonly from: number
  readonly to: number
  /** A key that stands for whatever may be written there. */
  readonly word: string
  /** Where `rest` goes: at `to` or behind it, as behind a quote that is there. */
  readonly restAt: number
  readonly rest: string
  /** What is to follow a chosen key. */
  readonly separator: string
}

/** One file format. Never throws: what does not parse is not lintable. */
export interface Reader {
  readonly id: string
  /** Language ids of the editor that this format has. */
  readonly languages: readonly string[]
  /** By name and language id alone. */
  accepts(fileName: string, languageId: string | null): boolean
  /** A cheap look at the text. False only where `read` gives null. */
  mayBeKafka(file: SourceFile, role: NamedRole | null): boolean
  /** Null = not about Kafka, or not lintable. */
  read(file: SourceFile, role: NamedRole | null, known: KnownKeys): LintDocument | null
  /** Ways to finish what is being typed at an offset, the likeliest first; for a format that wants more than a word. */
  probes?(file: SourceFile, at: number): readonly Probe[]
}

/** What can be told of a format without its parser. */
export type Look = Pick<Reader, 'id' | 'languages' | 'accepts' | 'mayBeKafka'>

interface NameParts {
  readonly fileName: string
  readonly base: string
  readonly extension: string
}

/** Of the file asked for last: every reader asks for the same one in its turn. */
let last: NameParts = { fileName: '', base: '', extension: '' }

function partsOf(fileName: string): NameParts {
  if (fileName === last.fileName) return last
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  return (last = { fileName, base, extension: base.slice(base.lastIndexOf('.') + 1).toLowerCase() })
}

/** What stands behind the last dot of the base name, all of it where there is none, in small letters. */
export function extensionOf(fileName: string): string {
  return partsOf(fileName).extension
}

/** `/a/b/c.properties` and `C:\b\c.properties` as `c.properties`. */
export function baseNameOf(fileName: string): string {
  return partsOf(fileName).base
}
