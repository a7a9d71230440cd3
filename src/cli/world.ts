import type { Linter } from '../lint/index'

/** What stands at a path. `size` in bytes. */
export interface Look {
  readonly kind: 'file' | 'directory' | 'other'
  readonly size: number
}

/** A name in a folder. */
export interface Listed {
  readonly name: string
  readonly kind: 'file' | 'directory' | 'link'
}

/** What the command line needs of the world. Paths are absolute. */
export interface World {
  createLinter(): Linter
  /** Absolute. */
  readonly workingDirectory: string
  /** Of the program; null where nobody wrote it down. */
  readonly version: string | null
  /** Throws as `fs` does where nothing is there. Links are followed. */
  look(path: string): Look
  /** Names in a folder, in any order. Throws where it cannot be read. */
  list(path: string): readonly Listed[]
  /** Throws where the file cannot be read. */
  readFile(path: string): Uint8Array
  /** All or nothing: whoever reads the file meanwhile sees the old bytes or the new ones. Throws. */
  writeFile(path: string, bytes: Uint8Array): void
  /** The page of a rule in Markdown, null where it is not at hand. */
  rulePage(docs: string): string | null
  out(text: string): void
  err(text: string): void
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no directory',
  ELOOP: 'its links lead in a circle',
}

/** Why the file system refused, without a full stop. */
export function refusalOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && reasons[code] !== undefined) return reasons[code]
  return typeof message === 'string' ? message : String(error)
}

/** Wrong use of the command line or of a file it was given; the message is a sentence for stderr. */
export class UsageError extends Error {}
