import { describe, expect, it } from 'vitest'
import { commentsAside, found } from '../linting'
import { lines, mended } from './structured'

const name = 'application.yml'

describe('fixes', () => {
  it('set a value in the quotes that it has', () => {
    const text = 'spring:\n  kafka:\n    consumer:\n      max-poll-records: VALUE # why\n'
    for (const [before, after] of [
      ['0', '1'],
      ['"0"', '"1"'],
      ["'0'", "'1'"],
    ] as const)
      expect(Object.values(mended(name, text.replace('VALUE', before), 'value-out-of-range'))).toEqual([
        text.replace('VALUE', after),
      ])
  })

  it('set what is empty', () => {
    const text = 'spring:\n  kafka:\n    consumer:\n      properties:\n        heartbeat.interval.ms:\n'
    expect(found(name, text)).toEqual(['5:invalid-value-type'])
    const pair = lines(`
      spring:
        kafka:
          consumer:
            heartbeat-interval: 40s
    `)
    expect(mended(name, pair, 'heartbeat-above-third-of-session')).toEqual({
      'Set heartbeat.interval.ms to 15000': pair.replace('40s', '15000'),
      'Add session.timeout.ms=120000': `${pair}      properties.session.timeout.ms: 120000\n`,
    })
  })

  it('add a setting in the form of its neighbour', () => {
    const typed = 'spring.kafka.consumer.properties:\n  session.timeout.ms: 6000\n'
    expect(mended(name, typed, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add heartbeat.interval.ms=2000': `${typed}  heartbeat.interval.ms: 2000\n`,
    })
    const nested = lines(`
      spring:
        kafka:
          consumer:
            properties:
              session:
                timeout:
                  ms: 6000
            group-id: a
    `)
    expect(mended(name, nested, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add heartbeat.interval.ms=2000': nested.replace(
        'ms: 6000\n',
        'ms: 6000\n        heartbeat.interval.ms: 2000\n',
      ),
    })
    const flow = 'spring: { kafka: { consumer: { properties: { session.timeout.ms: 6000 } } } }'
    expect(mended(name, flow, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add heartbeat.interval.ms=2000': flow.replace('6000', '6000, heartbeat.interval.ms: 2000'),
    })
    const bracket = 'spring.kafka.consumer.properties:\r\n  "[session.timeout.ms]": 6000\r\n'
    expect(mended(name, bracket, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add heartbeat.interval.ms=2000': `${bracket}  "[heartbeat.interval.ms]": 2000\r\n`,
    })
    const properties = 'spring.kafka.consumer.properties.session.timeout.ms=6000'
    expect(mended('application.properties', properties, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add heartbeat.interval.ms=2000': `${properties}\nspring.kafka.consumer.properties.heartbeat.interval.ms=2000`,
    })
    const own = 'spring.kafka.consumer.heartbeat-interval=20s\n'
    expect(mended('application.properties', own, 'heartbeat-above-third-of-session')).toMatchObject({
      'Add session.timeout.ms=60000': `${own}spring.kafka.consumer.properties.session.timeout.ms=60000\n`,
    })
  })

  it('rename a key where it stands', () => {
    const rename = (line: string): string[] =>
      Object.values(mended(name, `spring.kafka.consumer.properties:\n  ${line}\n`, 'misspelled-key')).map(
        (text) => (text.split('\n')[1] ?? '').trim(),
      )
    expect(rename('sesion.timeout.ms: 1')).toEqual(['session.timeout.ms: 1'])
    expect(rename('"sesion.timeout.ms": 1')).toEqual(['"session.timeout.ms": 1'])
    expect(rename("'[sesion.timeout.ms]': 1")).toEqual(["'[session.timeout.ms]': 1"])
    expect(rename('sesion: { timeout.ms: 1 }')).toEqual(['session: { timeout.ms: 1 }'])
    expect(rename('session: { timout: { ms: 1 } }')).toEqual(['session: { timeout: { ms: 1 } }'])
    expect(rename('session.timeout: { mss: 1 }')).toEqual(['session.timeout: { ms: 1 }'])
    // Two keys share the misspelled part.
    expect(rename('sesion: { timeout.ms: 1, other: 2 }')).toEqual([])
    expect(
      mended(
        'application.properties',
        'spring.kafka.consumer.properties[sesion.timeout.ms]=1',
        'misspelled-key',
      ),
    ).toEqual({
      'Rename to session.timeout.ms': 'spring.kafka.consumer.properties.session.timeout.ms=1',
    })
  })

  it('rename beside other forms of keys, and never where the setting would have to move', () => {
    const text = lines(`
      spring:
        kafka:
          consumer:
            group-id: a
            properties:
              metadata.broker.list: kafka:9092
    `)
    expect(mended(name, text, 'legacy-client-key')).toEqual({
      'Rename to bootstrap.servers': text.replace('metadata.broker.list', 'bootstrap.servers'),
    })
    const nested = text.replace('metadata.broker.list:', 'metadata:\n          broker:\n            list:')
    expect(found(name, nested)).toEqual(['8:legacy-client-key'])
    expect(mended(name, nested, 'legacy-client-key')).toEqual({})
  })

  it('delete a line with all that it spans', () => {
    const text =
      'spring.kafka.consumer:\n  client-id: >-\n    a\n    b\n  group-id: g # why\n  client-id: c\n'
    expect(Object.values(mended(name, text, 'duplicate-key'))).toEqual([
      'spring.kafka.consumer:\n  group-id: g # why\n  client-id: c\n',
    ])
  })
})

describe('comments', () => {
  it.each([
    ['# lagline-disable-next-line value-out-of-range -- a test', []],
    ['# lagline-disable value-out-of-range', []],
    ['# lagline-disable-next-line duplicate-key', ['3:value-out-of-range']],
  ])('%s: %j', (comment, expected) => {
    const text = `spring.kafka.consumer:\n  ${comment}\n  max-poll-records: 0`
    expect(found(name, text, commentsAside)).toEqual(expected)
  })

  it('in a text are none', () => {
    const text =
      'spring.kafka.consumer:\n  client-id: |\n    # lagline-disable value-out-of-range\n  max-poll-records: 0\n'
    expect(found(name, text)).toEqual(['4:value-out-of-range'])
    expect(found(name, `${text}  # lagline-disable value-out-of-range`, commentsAside)).toHaveLength(1)
  })
})
