/**
 * `npm run check`: types (host, page, tests), lint, layout, what scripts have made and the unit tests, two at a time; under a minute. A part
 * that passes is one line, one that fails shows what it said.
 */
import './lib/root.mjs'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './lib/dependencies.mjs'
import { capture } from './lib/run.mjs'
import { reportOf } from './lib/reports.mjs'

/** @param {string} file of a package's command, under node_modules */
const tool = (file, ...args) => [`node_modules/${file}`, ...args]
const types = (name, project) =>
  tool('typescript/bin/tsc', '-p', project, '--incremental', '--tsBuildInfoFile', `build/types/${name}.json`)

/** The slowest first. */
const parts = [
  ['lint', tool('eslint/bin/eslint.js', '.', '--max-warnings', '0')],
  ['types of the tests', types('test', 'tsconfig.test.json')],
  ['unit tests', tool('vitest/vitest.mjs', 'run', '--project', 'unit', ...reportOf('unit').vitest)],
  ['types of the host', types('host', 'tsconfig.json')],
  ['types of the page', types('webview', 'tsconfig.webview.json')],
  ['catalogue of settings', ['scripts/catalogue.mjs', '--check']],
  ['strings in both languages', ['scripts/l10n.mjs', '--check']],
  [
    'layout',
    tool(
      'prettier/bin/prettier.cjs',
      '--check',
      '--cache',
      '--cache-location',
      'build/prettier',
      '--log-level',
      'warn',
      '.',
    ),
  ],
]

/**
 * @returns {Promise<string[]>} the names of the parts that failed
 */
export async function check() {
  const failed = []
  const waiting = [...parts]
  const worker = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const [name, args] = part
      const { status, output, seconds } = await capture(process.execPath, args)
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`)
      if (status === 0) continue
      failed.push(name)
      console.log(output.trimEnd())
    }
  }
  await Promise.all([worker(), worker()])
  return failed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await installDependencies()
  const failed = await check()
  console.log(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
