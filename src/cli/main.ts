/**
 * dist/lint.js: the linter for the editor, which loads this file and calls `createLinter`, and the command line where
 * it is the program that was started.
 */
import { readFileSync } from 'node:fs'
import { createLinter as createPlainLinter, type Linter, type Reader } from '../lint/index'
import { run } from './run'

export * from '../lint/index'

/** The linter with its readers of source code, which are a file of their own beside this one. */
export function createLinter(): Linter {
  return createPlainLinter(() => {
    // Not a plain `require`: the file is built by itself and must not be bundled into this one.
    const { codeReaders } = module.require('./lint-code.js') as { readonly codeReaders: readonly Reader[] }
    return codeReaders
  })
}

if (require.main === module) {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
  process.stdout.on('error', () => undefined)
  const ports = {
    readFile: (path: string) => readFileSync(path),
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
  }
  process.exitCode = run(process.argv.slice(2), ports, createLinter())
}
