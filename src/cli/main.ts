/**
 * dist/lint.js: the linter for the editor, which loads this file and calls `createLinter`, and the command line where
 * it is the program that was started.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createLinter as createPlainLinter,
  laterCodeReader,
  laterReaders,
  type Linter,
  type Reader,
} from '../lint/index'
import { listFolder, lookAt, writeAtomically } from './disk'
import { run } from './run'

export * from '../lint/index'

interface Structured {
  readonly structuredReaders: readonly Reader[]
}

interface Code {
  readonly codeReaders: readonly Reader[]
}

/** The linter with its readers of structured files and of source code, each a file of their own beside this one. */
export function createLinter(): Linter {
  // Not a plain `require`: the files are built by themselves and must not be bundled into this one.
  return createPlainLinter([
    ...laterReaders(() => (module.require('./lint-yaml.js') as Structured).structuredReaders),
    laterCodeReader(() => (module.require('./lint-code.js') as Code).codeReaders),
  ])
}

/** What stands beside dist/ in a package; null = not there. */
function textBeside(path: string): string | null {
  try {
    return readFileSync(join(__dirname, '..', path), 'utf8')
  } catch {
    return null
  }
}

function versionOf(manifest: string | null): string | null {
  const { version } = JSON.parse(manifest ?? '{}') as { version?: unknown }
  return typeof version === 'string' ? version : null
}

if (require.main === module) {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
  process.stdout.on('error', () => undefined)
  process.exitCode = run(process.argv.slice(2), {
    createLinter,
    workingDirectory: process.cwd(),
    version: versionOf(textBeside('package.json')),
    look: lookAt,
    list: listFolder,
    readFile: (path) => readFileSync(path),
    writeFile: writeAtomically,
    rulePage: textBeside,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  })
}
