import { describe, expect, it } from 'vitest'
import { applyEdits, type Finding, type Fix, type TextEdit } from '../../../src/lint/index'
import { text as textOf } from '../../../src/lint/texts'
import { consumer, findings, linter } from './linting'

const deletion = (start: number, end: number): TextEdit => ({ start, end, text: '' })
const insertion = (at: number, text: string): TextEdit => ({ start: at, end: at, text })

function fix(edits: readonly TextEdit[], safe = true, preferred = true): Fix {
  return { title: textOf('lint.fix.commentAbove'), edits, safe, preferred }
}

function found(...fixes: readonly Fix[]): Finding {
  return {
    rule: 'misspelled-key',
    severity: 'warning',
    key: 'a',
    message: textOf('lint.unknown-key', 'a'),
    range: { start: 0, end: 1 },
    related: [],
    fixes,
    docs: 'docs/rules/misspelled-key.md',
    tag: null,
  }
}

/** What one round makes of a consumer's file. */
function mended(lines: readonly string[]): string[] {
  const text = consumer(lines)
  const edits = linter.safeEdits(findings('consumer.properties', text))
  return applyEdits(text, edits).split('\n').slice(2)
}

describe('safe edits', () => {
  it('take a fix whole or not at all', () => {
    const first = found(fix([deletion(10, 20)]))
    const second = found(fix([insertion(5, 'x'), deletion(15, 25)]))
    expect(linter.safeEdits([first, second])).toEqual([deletion(10, 20)])
    expect(linter.safeEdits([second, first])).toEqual([insertion(5, 'x'), deletion(15, 25)])
  })

  it.each([
    [deletion(0, 10), true],
    [insertion(5, 'x'), true],
    [insertion(20, 'x'), true],
    [deletion(20, 30), true],
    [insertion(10, 'x'), false],
    [insertion(12, 'x'), false],
    [deletion(10, 15), false],
    [deletion(19, 21), false],
    [deletion(5, 25), false],
    [deletion(9, 11), false],
  ])('%j beside one from 10 to 20: %s', (edit, taken) => {
    const first = deletion(10, 20)
    const all = [first, edit].sort((a, b) => a.start - b.start)
    expect(linter.safeEdits([found(fix([first])), found(fix([edit]))])).toEqual(taken ? all : [first])
  })

  it('are of one fix for each finding, the preferred one, and of none that is not safe', () => {
    const other = fix([deletion(30, 31)], true, false)
    expect(linter.safeEdits([found(other, fix([deletion(1, 2)]))])).toEqual([deletion(1, 2)])
    expect(linter.safeEdits([found(other)])).toEqual([deletion(30, 31)])
    expect(linter.safeEdits([found(fix([deletion(1, 2)], false))])).toEqual([])
  })

  it('mend what can mean one thing alone, and what is switched off not at all', () => {
    expect(
      mended([
        'auto.ofset.reset=earliest',
        'max.poll.records=500 # not more',
        'heartbeat.interval.ms=40000',
        '# lagline-disable-next-line misspelled-key -- a test wants it',
        'sesion.timeout.ms=45000',
      ]),
    ).toEqual([
      'auto.offset.reset=earliest',
      '# not more',
      'max.poll.records=500',
      'heartbeat.interval.ms=40000',
      '# lagline-disable-next-line misspelled-key -- a test wants it',
      'sesion.timeout.ms=45000',
    ])
  })

  it('of many thousand findings take no long time', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => found(fix([deletion(at * 10, at * 10 + 5)])))
    const started = process.cpuUsage()
    expect(linter.safeEdits(many)).toHaveLength(many.length)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000)
  })
})
