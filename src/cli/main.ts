/**
 * dist/lint.js: the linter for the editor, which loads this file and calls `createLinter`, and the command line where
 * it is the program that was started.
 */
import { readFileSync } from 'node:fs'
import { run } from './run'

export * from '../lint/index'

if (require.main === module) {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours.
  process.stdout.on('error', () => undefined)
  process.exitCode = run(process.argv.slice(2), {
    readFile: (path) => readFileSync(path),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  })
}
