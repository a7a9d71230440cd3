import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** Where the runners leave what machines read. */
const folder = 'build/reports'

/** @typedef {{ passed: number, failed: number, skipped: number }} Sum */

/**
 * Where a run leaves its report, and how vitest is told so (beside what people read). An older report is removed.
 * @param {string} name
 */
export function reportOf(name) {
  const file = `${folder}/${name}.json`
  mkdirSync(folder, { recursive: true })
  return {
    file,
    vitest: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    remove: () => rmSync(file, { force: true }),
  }
}

/**
 * The numbers of a vitest or Playwright report; null where a runner left none.
 * @param {string} file
 * @returns {Sum | null}
 */
export function readSum(file) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
  if (report.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats
    return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
  }
  // A test file that cannot be loaded has no tests but fails.
  const broken = report.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * The failed tests of a vitest or Playwright report, each as its name and the first lines of what went wrong.
 * @param {string} file
 * @returns {string[]}
 */
export function readFailures(file) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
  const said = (name, message) => `${name}\n${inShort(message)}`
  if (report.testResults)
    return report.testResults.flatMap(({ name, status, message, assertionResults }) =>
      status === 'failed' && assertionResults.length === 0
        ? [said(name, message)]
        : assertionResults
            .filter((each) => each.status === 'failed')
            .map((each) => said(each.fullName, each.failureMessages[0] ?? '')),
    )
  const ofSuite = ({ specs = [], suites = [] }) => [
    ...specs
      .filter((spec) => !spec.ok)
      .map((spec) =>
        said(
          `${spec.file} › ${spec.title}`,
          spec.tests.flatMap((test) => test.results.flatMap(({ errors }) => errors))[0]?.message ?? '',
        ),
      ),
    ...suites.flatMap(ofSuite),
  ]
  return [
    ...report.suites.flatMap(ofSuite),
    ...report.errors.map(({ message }) => said('outside a test', message)),
  ]
}

/** The first lines of a message, without colours, each moved in. */
function inShort(message) {
  return stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => `          ${line.slice(0, 200)}`)
    .join('\n')
}

/**
 * @param {Sum} a
 * @param {Sum} b
 * @returns {Sum}
 */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/**
 * The closing line of a test run.
 * @param {Sum} sum
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
