import { describe, expect, it } from 'vitest'
import { findings, found } from '../linting'
import { blocksOf, documentOf, mended, written } from './structured'

const name = 'sink.json'

function connector(...properties: readonly string[]): string {
  return ['{', '  "name": "sink",', '  "config": {', `    "connector.class": "org.example.Sink",`]
    .concat(properties.map((property, index) => `    ${property}${index < properties.length - 1 ? ',' : ''}`))
    .concat('  }', '}\n')
    .join('\n')
}

describe('which files are connectors', () => {
  it.each([
    [
      '{"connector.class": "a.B", "tasks.max": "1"}',
      { connector: { 'connector.class': 'a.B', 'tasks.max': '1' } },
    ],
    [
      '{"name": "a", "config": {"connector.class": "a.B", "consumer.override.max.poll.records": 5}}',
      { connector: { 'connector.class': 'a.B' }, 'consumer consumer.override.': { 'max.poll.records': '5' } },
    ],
    [
      '[{"config": {"connector.class": "a.B"}}, {"config": {"connector.class": "c.D"}}]',
      { 'connector @1': { 'connector.class': 'a.B' }, 'connector @2': { 'connector.class': 'c.D' } },
    ],
    [
      '{"a": {"info": {"config": {"connector.class": "a.B", "x": null, "y": {"z": 1}, "w": true}}}}',
      { connector: { 'connector.class': 'a.B', x: null, y: null, w: 'true' } },
    ],
    ['// a comment\n{"connector.class": "a.B",}', { connector: { 'connector.class': 'a.B' } }],
  ])('%s is', (text, expected) => {
    expect(blocksOf(name, text)).toEqual(expected)
    expect(documentOf(name, text)?.format).toBe('connect-json')
  })

  it.each([
    '{"dependencies": {"kafkajs": "2.2.4"}}',
    '{"a": "\\"connector.class\\""}',
    '["connector.class"]',
    '{"connector.class": "a.B"',
    '{"connector.class": "a.B"} {}',
    '{"a": {"b": {"c": {"d": {"e": {"connector.class": "a.B"}}}}}}',
    '',
  ])('%s is not', (text) => {
    expect(documentOf(name, text)).toBeNull()
  })

  it('are told by name or language', () => {
    const text = connector('"consumer.override.max.poll.records": "0"')
    expect(found('x.json', text)).toEqual(['5:value-out-of-range'])
    expect(found('x', text, { languageId: 'jsonc' })).toEqual(['5:value-out-of-range'])
    expect(found('x.json5', text)).toEqual([])
  })
})

describe('settings', () => {
  it('have the connector’s own ones left alone', () => {
    // Debezium's heartbeat is no member's, and a connector's own names are nobody's to guess.
    expect(
      found(
        name,
        connector('"heartbeat.interval.ms": "60000"', '"sesion.timeout.ms": "1"', '"database.port": 1'),
      ),
    ).toEqual([])
    expect(found(name, connector('"consumer.override.sesion.timeout.ms": "1"'))).toEqual(['5:misspelled-key'])
    expect(found(name, connector('"consumer.override.heartbeat.interval.ms": "20000"'))).toEqual([
      '5:heartbeat-above-third-of-session',
    ])
    expect(found(name, connector('"consumer.override.max.poll.records": "${env:POLL}"'))).toEqual([])
  })

  it('stand at the text of key and value', () => {
    const text = connector('"producer.override.linger.ms" : 5', '"producer.override.acks":"all"')
    expect(written(name, text).slice(1)).toEqual([
      ['"producer.override.linger.ms"', '5'],
      ['"producer.override.acks"', '"all"'],
    ])
    expect(
      blocksOf(name, connector('"producer.override.\\u0061cks": "a\\tb"'))?.['producer producer.override.'],
    ).toEqual({
      acks: 'a\tb',
    })
  })
})

describe('fixes', () => {
  it('set numbers bare where they stand bare', () => {
    for (const [before, after] of [
      ['0', '1'],
      ['"0"', '"1"'],
    ] as const) {
      const text = connector(`"consumer.override.max.poll.records": ${before}`)
      expect(Object.values(mended(name, text, 'value-out-of-range'))).toEqual([
        text.replace(`: ${before}`, `: ${after}`),
      ])
    }
  })

  it('rename with the prefix', () => {
    const text = connector('"consumer.override.sesion.timeout.ms": "1"')
    expect(Object.values(mended(name, text, 'misspelled-key'))).toEqual([text.replace('sesion', 'session')])
  })

  it('add a property behind, as the last or in between', () => {
    const last = connector('"consumer.override.session.timeout.ms": "6000"')
    const added = '"consumer.override.heartbeat.interval.ms": "2000"'
    const fixes = (text: string): string | undefined =>
      mended(name, text, 'heartbeat-above-third-of-session')['Add heartbeat.interval.ms=2000']
    expect(fixes(last)).toBe(last.replace('"6000"', `"6000",\n    ${added}`))
    const between = connector('"consumer.override.session.timeout.ms": "6000"', '"a": "b"')
    expect(fixes(between)).toBe(between.replace('"6000",', `"6000",\n    ${added},`))
    const oneLine = '{"connector.class": "a.B", "consumer.override.session.timeout.ms": 6000}'
    expect(fixes(oneLine)).toBe(oneLine.replace('6000', `6000, ${added}`))
  })

  it('delete a property with its comma', () => {
    const double = connector('"producer.override.acks": "all"', '"a": "b"', '"producer.override.acks": "1"')
    expect(Object.values(mended(name, double, 'duplicate-key'))).toEqual([
      double.replace('    "producer.override.acks": "all",\n', ''),
    ])
    const oneLine = '{"connector.class": "a", "connector.class": "b"}'
    expect(Object.values(mended(name, oneLine, 'duplicate-key'))).toEqual(['{"connector.class": "b"}'])
  })

  it('never offer a comment', () => {
    expect(documentOf(name, connector('"a": "b"'))?.syntax.lineComment).toBeUndefined()
    expect(findings(name, connector('"consumer.override.max.poll.records": 0'))).toHaveLength(1)
  })
})
