import { resolve } from 'node:path'
import { run, type ExitCode } from '../../../src/cli/run'
import type { World } from '../../../src/cli/world'
import { createLinter } from '../../../src/lint/index'
import { structuredReaders } from '../../../src/lint/readers/structured'

/** Of the files that tests make up. */
const ROOT = resolve('/files')

export interface Outcome {
  readonly code: ExitCode
  readonly out: string
  readonly err: string
}

/** As the file system throws. */
export function failure(code: string): Error {
  return Object.assign(new Error(`${code}: no luck`), { code })
}

/** Runs the command over files of a flat folder; those that are an error throw it where they are read. */
export function cli(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array | Error>> = {},
): Outcome {
  const byPath = new Map(Object.entries(files).map(([name, file]) => [resolve(ROOT, name), file]))
  const fileAt = (path: string): string | Uint8Array | Error => {
    const file = byPath.get(path)
    if (file === undefined) throw failure('ENOENT')
    return file
  }
  return runIn(argv, {
    workingDirectory: ROOT,
    look(path) {
      fileAt(path)
      return { kind: 'file', size: 1 }
    },
    list: () => [],
    readFile(path) {
      const file = fileAt(path)
      if (file instanceof Error) throw file
      return typeof file === 'string' ? new TextEncoder().encode(file) : file
    },
    writeFile() {
      throw failure('EROFS')
    },
  })
}

/** Runs the command in a world, with all readers but those of source code. */
export function runIn(
  argv: readonly string[],
  world: Pick<World, 'workingDirectory' | 'look' | 'list' | 'readFile' | 'writeFile'>,
): Outcome {
  let out = ''
  let err = ''
  const code = run(argv, {
    createLinter: () => createLinter(structuredReaders),
    version: '1.2.3',
    rulePage: (docs) => (docs.startsWith('docs/rules/') ? `# ${docs}\n` : null),
    out: (text) => (out += text),
    err: (text) => (err += text),
    ...world,
  })
  return { code, out, err }
}
