import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { add, closingLine, readSum } from '../../../scripts/lib/reports.mjs'

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
