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
}

/** What can be told of a format without its parser. */
export type Look = Pick<Reader, 'id' | 'languages' | 'accepts' | 'mayBeKafka'>

/** What stands behind the last dot of the base name, all of it where there is none, in small letters. */
export function extensionOf(fileName: string): string {
  const folder = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'))
  return fileName.slice(Math.max(folder, fileName.lastIndexOf('.')) + 1).toLowerCase()
}

/** `/a/b/c.properties` and `C:\b\c.properties` as `c.properties`. */
export function baseNameOf(fileName: string): string {
  return fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
}
