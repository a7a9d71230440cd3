/**
 * dist/lint.js: the linter for the editor, which loads this file and calls `createLinter`, and the command line where
 * it is the program that was started.
 */
import { readFileSync } from 'node:fs'
import { createLinter as createPlainLinter, laterReaders, type Linter, type Reader } from '../lint/index'
import { run } from './run'

export * from '../lint/index'

/** The linter with its readers of structured files, which are a file of their own beside this one. */
export function createLinter(): Linter {
  return createPlainLinter(
    laterReaders(() => {
      // Not a plain `require`: the file is built by itself and must not be bundled into this one.
      const loaded = module.require('./lint-yaml.js') as { readonly structuredReaders: readonly Reader[] }
      return loaded.structuredReaders
    }),
  )
}

if (require.main === module) {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
  process.stdout.on('error', () => undefined)
  process.exitCode = run(process.argv.slice(2), {
    createLinter,
    readFile: (path) => readFileSync(path),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  })
}
