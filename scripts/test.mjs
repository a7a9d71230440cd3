/**
 * `npm test`: everything, from a clean clone. Set-up, checks, package, and the tests on real brokers and both editors.
 * What fails does not keep the rest from running. The last line sums up all runners.
 *
 *   npm test [-- PART…]     parts: check package broker webview ui-floor ui-recent; all of them when none is named
 */
import './lib/root.mjs'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { check } from './check.mjs'
import { leftBehind, runMark } from './lib/leftovers.mjs'
import { add, closingLine, readFailures, readSum, reportOf } from './lib/reports.mjs'
import { capture, passSignalsOn, run } from './lib/run.mjs'

let sum = { passed: 0, failed: 0, skipped: 0 }
/** What went wrong, to be said once more at the end. */
const failures = []
const id = randomBytes(4).toString('hex')
process.env[runMark] = id

const parts = ['check', 'package', 'broker', 'webview', 'ui-floor', 'ui-recent']
const named = process.argv.slice(2)

/** @param {string} part */
function wanted(part) {
  return named.length === 0 || named.includes(part)
}

/** Counts something that is no test and went wrong as one failure. */
function fail(what) {
  console.log(`FAILED  ${what}`)
  failures.push(what)
  sum = add(sum, { passed: 0, failed: 1, skipped: 0 })
}

const endedBy = passSignalsOn()

/** Begins a part, unless somebody wants an end. */
function title(text) {
  if (endedBy() !== null) throw new Error(`ended by ${endedBy()}`)
  console.log(`\n--- ${text}`)
}

/** Adds up a runner's report; a runner that failed without a failed test (or left no report) is a failure itself. */
function count(name, file, status) {
  const own = readSum(file)
  if (own) sum = add(sum, own)
  failures.push(...readFailures(file).map((each) => `${name}: ${each}`))
  if (!own || (status !== 0 && own.failed === 0)) fail(`${name} ended with status ${status}`)
}

async function vitest(project) {
  title(`vitest: ${project}`)
  const report = reportOf(project)
  report.remove()
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...report.vitest]
  count(project, report.file, await run(process.execPath, args))
}

/** As `vitest`, beside what else runs: it says what it did when it is through. */
async function vitestBeside(project) {
  const report = reportOf(project)
  report.remove()
  console.log(`(vitest: ${project} runs beside what follows.)`)
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...report.vitest]
  const { status, output } = await capture(process.execPath, args)
  console.log(`\n--- vitest: ${project}\n${output.trimEnd()}`)
  count(project, report.file, status)
}

async function playwright(project) {
  title(`Playwright: ${project}`)
  const report = reportOf(project)
  report.remove()
  const env = { ...process.env, LAGLINE_REPORT: report.file }
  const args = [
    'node_modules/@playwright/test/cli.js',
    'test',
    `--project=${project}`,
    `--output=test-results/${project}`,
  ]
  count(project, report.file, await run(process.execPath, args, { env }))
}

async function all() {
  for (const part of named)
    if (!parts.includes(part)) return fail(`no such part: ${part}; there are ${parts.join(', ')}`)
  title('Set-up')
  // In a process of its own: what it starts is to be gone when it ends.
  if ((await run(process.execPath, ['scripts/setup.mjs', 'test'])) !== 0) return fail('set-up')
  rmSync('test-results', { recursive: true, force: true })

  if (wanted('check')) {
    title('Checks')
    const unit = reportOf('unit')
    unit.remove()
    const failed = await check()
    for (const part of failed) if (part !== 'unit tests') fail(part)
    count('unit', unit.file, failed.includes('unit tests') ? 1 : 0)
  }

  const inEditors = ['ui-floor', 'ui-recent'].filter(wanted)
  let packaged = false
  if (wanted('package') || inEditors.length > 0) {
    title('Package')
    packaged = (await run(process.execPath, ['scripts/package.mjs'])) === 0
    if (!packaged) fail('the extension cannot be packaged: no tests of the package and in the editors')
  }
  if (packaged && wanted('package')) {
    if ((await run(process.execPath, ['scripts/notices.mjs', '--check'])) !== 0) fail('notices')
    await vitest('package')
  }

  // Brokers mostly wait for time-outs, editors for what is drawn: together they take two thirds of the time.
  const broker = wanted('broker') ? vitestBeside('broker') : null
  if (wanted('webview')) await playwright('webview')
  if (packaged) for (const project of inEditors) await playwright(project)
  await broker

  title('What is left behind')
  const left = await leftBehind(id)
  for (const each of left) fail(`left behind: ${each}`)
  if (left.length === 0) console.log('Nothing.')
}

try {
  await all()
} catch (error) {
  console.error(error)
  fail('the run ended early')
}
if (failures.length > 0) console.log('\n--- What went wrong')
for (const each of failures) console.log(`FAILED  ${each}`)
console.log(`\n${closingLine(sum)}`)
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1
