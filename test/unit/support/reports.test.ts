import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { add, closingLine, readFailures, readSum } from '../../../scripts/lib/reports.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lagline-reports-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function report(contents: string): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, contents)
  return file
}

describe('the sum of a run', () => {
  it('is read from vitest', () => {
    const file = report(
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        testResults: [{ status: 'failed', assertionResults: [{}] }],
      }),
    )
    expect(readSum(file)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('counts a vitest file that could not be loaded as a failure', () => {
    const numbers = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(readSum(report(JSON.stringify({ ...numbers, testResults })))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
    })
  })

  it('is read from Playwright, with what went wrong outside tests and what passed only at a second try', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
    expect(readSum(report(JSON.stringify({ stats, errors: [{}] })))).toEqual({
      passed: 7,
      failed: 3,
      skipped: 2,
    })
  })

  it('is unknown without a whole report', () => {
    expect(readSum(report('{"stats":'))).toBeNull()
    expect(readSum(join(folder, 'none.json'))).toBeNull()
  })

  it('ends in one line', () => {
    const sum = add({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 3, skipped: 0 })
    expect(closingLine(sum)).toBe('3 passed, 3 failed')
    expect(closingLine(add(sum, { passed: 0, failed: 0, skipped: 1 }))).toBe('3 passed, 3 failed, 1 skipped')
  })
})

describe('what failed in a run', () => {
  it('is told by vitest with the first lines of why, without colours and stacks', () => {
    const testResults = [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'a works', status: 'passed' },
          {
            fullName: 'a fails',
            status: 'failed',
            failureMessages: ['\u001b[31mno\u001b[39m\n    at x.ts:1'],
          },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'cannot be loaded', assertionResults: [] },
    ]
    expect(readFailures(report(JSON.stringify({ testResults }))).map((each) => each.split(/\n\s*/))).toEqual([
      ['a fails', 'no'],
      ['b.test.ts', 'cannot be loaded'],
    ])
  })

  it('is told by Playwright, of each suite and of what went wrong outside tests', () => {
    const spec = (title: string, ok: boolean): unknown => ({
      title,
      file: 'a.spec.ts',
      ok,
      tests: [{ results: [{ errors: ok ? [] : [{ message: 'late' }] }] }],
    })
    const suites = [{ specs: [spec('one', true)], suites: [{ specs: [spec('two', false)] }] }]
    const file = report(JSON.stringify({ suites, errors: [{ message: 'no browser' }] }))
    expect(readFailures(file).map((each) => each.split(/\n\s*/))).toEqual([
      ['a.spec.ts › two', 'late'],
      ['outside a test', 'no browser'],
    ])
  })

  it('is nothing without a report', () => {
    expect(readFailures(join(folder, 'none.json'))).toEqual([])
  })
})
