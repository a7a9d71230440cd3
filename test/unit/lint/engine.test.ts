import { describe, expect, it } from 'vitest'
import { applyEdits, createLineIndex } from '../../../src/lint/index'
import { rules } from '../../../src/lint/rules/registry'
import { commentsAside, consumer, findings, found, inConsumer, say } from './linting'

describe('rules', () => {
  it('have an id of their own, a page and a title', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const rule of rules) {
      expect(rule.id).toMatch(/^[a-z]+(-[a-z0-9]+)*$/)
      expect(rule.docs).toBe(`docs/rules/${rule.id}.md`)
      expect(say(rule.title)).toMatch(/^[A-Z][^.]*$/)
    }
  })
})

describe('severities', () => {
  const text = consumer(['max.poll.records=0', 'client.id=a', 'client.id=b'])

  it('are those of the rule unless a person sets them', () => {
    const severities = (settings: Parameters<typeof findings>[2]) =>
      findings('consumer.properties', text, settings).map(({ rule, severity }) => `${rule} ${severity}`)
    expect(severities({})).toEqual(['value-out-of-range error', 'duplicate-key warning'])
    expect(
      severities({ severities: { 'value-out-of-range': 'hint', 'duplicate-key': 'off', nobody: 'error' } }),
    ).toEqual(['value-out-of-range hint'])
  })
})

describe('one root cause, one finding', () => {
  it('what is no number is in no range and in no ratio', () => {
    expect(inConsumer(['session.timeout.ms=ten', 'heartbeat.interval.ms=40000'])).toEqual([
      '3:invalid-value-type',
    ])
    expect(inConsumer(['max.poll.records=zero'])).toEqual(['3:invalid-value-type'])
  })

  it('a rule that is off does not hide what it would have hidden', () => {
    const pair = ['session.timeout.ms=10000', 'heartbeat.interval.ms=10000']
    expect(inConsumer(pair, { severities: { 'heartbeat-not-below-session': 'off' } })).toEqual([])
  })

  it('what stands on one line for two reasons is told twice', () => {
    expect(inConsumer(['max.poll.records=1', 'max.poll.records=0'])).toEqual([
      '4:duplicate-key',
      '4:value-out-of-range',
    ])
  })
})

describe('releases', () => {
  it('are the newest released one where nobody says, or says no version', () => {
    const text = consumer('metadata.max.age.ms=-1')
    expect(found('consumer.properties', text)).toEqual(
      found('consumer.properties', text, { kafkaVersion: '4.3' }),
    )
    const resolve = consumer('bootstrap.resolve.timeout.ms=-1')
    expect(found('consumer.properties', resolve)).toEqual([])
    expect(found('consumer.properties', resolve, { kafkaVersion: 'soon' })).toEqual([])
    expect(found('consumer.properties', resolve, { kafkaVersion: '4.4' })).toEqual(['3:value-out-of-range'])
    expect(found('consumer.properties', resolve, { kafkaVersion: '9.0' })).toEqual(['3:value-out-of-range'])
  })
})

describe('comments that switch rules off', () => {
  const bad = 'max.poll.records=0'

  it.each<[string[], string[]]>([
    [['# lagline-disable-next-line value-out-of-range', bad], []],
    [['! lagline-disable-next-line value-out-of-range -- a test needs it', bad], []],
    [['#lagline-disable-next-line duplicate-key, value-out-of-range', bad], []],
    [['# lagline-disable-next-line duplicate-key value-out-of-range', bad], []],
    [['# lagline-disable-next-line duplicate-key', bad], ['4:value-out-of-range']],
    [['# lagline-disable-next-line', bad], ['4:value-out-of-range']],
    [['# lagline-disable-next-line value-out-of-range', '', bad], ['5:value-out-of-range']],
    [
      ['# lagline-disable-next-line duplicate-key', '# lagline-disable-next-line value-out-of-range', bad],
      [],
    ],
    [['# lagline-disable-next-line value-out-of-range', '# why not', bad], []],
    [['# lagline-disable-next-line duplicate-key -- value-out-of-range', bad], ['4:value-out-of-range']],
    [['# about lagline-disable-next-line value-out-of-range', bad], ['4:value-out-of-range']],
    [['# lagline-disable-next-line value-out-of-range', 'max.\\', '  poll.records=0'], []],
    [['# lagline-disable-next-line value-out-of-range', 'client.id=a', bad], ['5:value-out-of-range']],
    [['# lagline-disable value-out-of-range', 'client.id=a', bad, 'fetch.min.bytes=-1'], []],
    [[bad, '# lagline-disable value-out-of-range', 'fetch.min.bytes=-1'], ['3:value-out-of-range']],
    [['# lagline-disable value-out-of-range'], []],
    [['# lagline-disable-next-line value-out-of-range'], []],
  ])('%j: %j', (lines, expected) => {
    expect(inConsumer(lines, commentsAside)).toEqual(expected)
    const inCrLf = consumer(lines).replaceAll('\n', '\r\n')
    expect(found('consumer.properties', inCrLf, commentsAside)).toEqual(expected)
  })
})

describe('lines and edits', () => {
  it('counts lines as the editor does', () => {
    const index = createLineIndex('a\nb\r\nc\rd')
    expect(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 99, -1].map((offset) => Object.values(index.positionAt(offset)).join(':')),
    ).toEqual(['0:0', '0:1', '1:0', '1:1', '1:2', '2:0', '2:1', '3:0', '3:1', '3:1', '0:0'])
  })

  it('applies edits in any order and leaves out what overlaps', () => {
    const edits = [
      { start: 4, end: 5, text: 'E' },
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '!' },
      { start: 6, end: 6, text: '.' },
    ]
    expect(applyEdits('abcdef', edits)).toBe('cdEf.')
  })
})
