import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { constraintIn, defaultIn, existsIn, KafkaCatalogue } from '../../../src/lint/catalogue/catalogue'
import { parseConstraint } from '../../../src/lint/catalogue/constraints'
import { KnownKeys } from '../../../src/lint/catalogue/known-keys'
import { LibrdkafkaCatalogue } from '../../../src/lint/catalogue/librdkafka'
import { formatKafkaVersion, parseKafkaVersion } from '../../../src/lint/catalogue/versions'
import type { Role } from '../../../src/lint/document'

const root = new URL('../../../', import.meta.url)

interface SourceFacts {
  type: string
  importance: string
  since: string
  removedIn: string | null
  defaults: [string, string | null][]
  valid: [string, string][]
}

const source = JSON.parse(
  readFileSync(new URL('scripts/catalogue/kafka-config-catalogue.json', root), 'utf8'),
) as { meta: { versions: string[] }; roles: Record<string, Record<string, SourceFacts>> }
const catalogue = new KafkaCatalogue()

/** `source` and `sink` are one role of a file; their rows are told apart only by key. */
const roleOf: Readonly<Record<string, Role>> = {
  consumer: 'consumer',
  producer: 'producer',
  admin: 'admin',
  streams: 'streams',
  connect: 'connect',
  source: 'connector',
  topic: 'topic',
  broker: 'broker',
}

function version(text: string): number {
  return parseKafkaVersion(text.replace('<=', '')) ?? -1
}

describe('the table of settings', () => {
  it('is what the script makes of the facts', () => {
    expect(() =>
      execFileSync(process.execPath, ['scripts/catalogue.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
    ).not.toThrow()
  })

  it('gives back every fact of every role', () => {
    let compared = 0
    for (const [role, keys] of Object.entries(source.roles)) {
      const own = roleOf[role]
      if (own === undefined) continue
      for (const [key, facts] of Object.entries(keys)) {
        const read = catalogue.facts(own, key)
        expect(read, `${role} ${key}`).toMatchObject({
          key,
          type: facts.type,
          importance: facts.importance,
          since: version(facts.since),
          removedIn: facts.removedIn === null ? null : version(facts.removedIn),
        })
        expect(
          read?.defaults.map((entry) => [
            formatKafkaVersion(entry.since),
            entry.value.kind === 'value' ? entry.value.text : entry.value.kind,
          ]),
        ).toEqual(
          facts.defaults.map(([since, value]) => [
            since,
            value === null
              ? 'null'
              : value === '<required>'
                ? 'required'
                : value === 'JDK-dependent'
                  ? 'jvm'
                  : value,
          ]),
        )
        compared++
      }
    }
    expect(compared).toBeGreaterThan(1000)
    for (const key of Object.keys(source.roles.sink ?? {}))
      expect(catalogue.facts('connector', key)).not.toBeNull()
  })

  it('knows defaults by release and role', () => {
    const session = (role: Role, release: string) => {
      const facts = catalogue.facts(role, 'session.timeout.ms')
      return facts && defaultIn(facts, version(release))
    }
    expect([session('consumer', '2.8'), session('consumer', '3.0'), session('consumer', '4.4')]).toEqual([
      '10000',
      '45000',
      '45000',
    ])
    expect([session('connect', '2.8'), session('connect', '4.3')]).toEqual(['10000', '10000'])
    expect(session('consumer', '1.0')).toBe('10000')
    const servers = catalogue.facts('consumer', 'bootstrap.servers')
    expect(servers && defaultIn(servers, 4003)).toBeNull()
  })

  it('tells which release has a key', () => {
    const zookeeper = catalogue.facts('broker', 'zookeeper.connect')
    expect(zookeeper && [existsIn(zookeeper, 3009), existsIn(zookeeper, 4000)]).toEqual([true, false])
    const protocol = catalogue.facts('consumer', 'group.protocol')
    expect(protocol && [existsIn(protocol, 3006), existsIn(protocol, 3007)]).toEqual([false, true])
    const group = catalogue.facts('consumer', 'group.id')
    expect(group && existsIn(group, 1001)).toBe(true)
  })

  it('keeps roles apart and joins those of any client', () => {
    expect(catalogue.facts('consumer', 'linger.ms')).toBeNull()
    expect(catalogue.facts('client', 'linger.ms')?.type).toBe('LONG')
    expect(catalogue.facts('streams', 'session.timeout.ms')?.type).toBe('INT')
    expect(catalogue.facts('other', 'group.id')).toBeNull()
    expect(catalogue.facts('consumer', 'toString')).toBeNull()
    expect(catalogue.keysOf('topic')).toHaveLength(Object.keys(source.roles.topic ?? {}).length)
  })
})

describe('what a key may hold', () => {
  it.each([
    ['[0,...]', { kind: 'range', min: 0, max: null, also: [] }],
    ['[-1,...]', { kind: 'range', min: -1, max: null, also: [] }],
    ['[0,...,3600000]', { kind: 'range', min: 0, max: 3600000, also: [] }],
    ['[-131072,...,22]', { kind: 'range', min: -131072, max: 22, also: [] }],
    ['[0.5,...,1.0]', { kind: 'range', min: 0.5, max: 1, also: [] }],
    ['[1,...,9] or -1', { kind: 'range', min: 1, max: 9, also: [-1] }],
    ["Positive number, or -1 to use the broker's default", { kind: 'range', min: 1, max: null, also: [-1] }],
    ['[latest]', { kind: 'oneOf', values: ['latest'], ignoreCase: false }],
    ['[null, 2.4, 2.5]', { kind: 'oneOf', values: ['2.4', '2.5'], ignoreCase: false }],
    [
      '(case insensitive) [CONSUMER, CLASSIC]',
      { kind: 'oneOf', values: ['CONSUMER', 'CLASSIC'], ignoreCase: true },
    ],
    ['non-empty string', null],
    ['[partitionId]:[brokerId],[partitionId]:[brokerId],...', null],
    ['valid regex', null],
  ])('%s', (form, expected) => {
    expect(parseConstraint(form)).toEqual(expected)
  })

  it('reads every form that the facts hold: what starts like a range or a list is one', () => {
    const forms = Object.values(source.roles).flatMap((keys) =>
      Object.values(keys).flatMap((facts) => facts.valid.map(([, form]) => form)),
    )
    const bracketed = [...new Set(forms)].filter(
      (form) => /^(\(case insensitive\) )?\[/.test(form) && !form.startsWith('[partitionId]'),
    )
    expect(bracketed.length).toBeGreaterThan(60)
    for (const form of bracketed) {
      const constraint = parseConstraint(form)
      expect(constraint?.kind, form).toBe(form.includes('...') && !form.includes('PnDT') ? 'range' : 'oneOf')
      if (constraint?.kind === 'range') {
        expect(constraint.min, form).not.toBeNaN()
        expect(constraint.max === null || constraint.max >= (constraint.min ?? 0), form).toBe(true)
      }
    }
  })

  it('holds for the release asked', () => {
    const of = (role: Role, key: string, release: string) => {
      const facts = catalogue.facts(role, key)
      return facts && constraintIn(facts, version(release))
    }
    expect(of('broker', 'log.segment.bytes', '3.9')).toMatchObject({ min: 14 })
    expect(of('broker', 'log.segment.bytes', '4.0')).toMatchObject({ min: 1048576 })
    expect(of('broker', 'num.replica.fetchers', '4.1')).toBeNull()
    expect(of('consumer', 'auto.offset.reset', '2.0')).toMatchObject({ kind: 'oneOf' })
  })
})

describe('releases', () => {
  it.each([
    ['3.9', 3009],
    ['3.9.2', 3009],
    ['4.3.1', 4003],
    [' 2.8 ', 2008],
    ['0.10.2.1', 10],
    ['4', null],
    ['v4.0', null],
    ['', null],
    ['4.0-rc1', null],
  ])('%s', (text, expected) => {
    expect(parseKafkaVersion(text)).toBe(expected)
  })
})

describe('known names', () => {
  const known = new KnownKeys()

  it('has librdkafka with its defaults', () => {
    const librdkafka = new LibrdkafkaCatalogue()
    expect(librdkafka.defaultOf('session.timeout.ms')).toBe('45000')
    expect(librdkafka.defaultOf('sasl.username')).toBeNull()
    expect(librdkafka.has('key.deserializer')).toBe(false)
    expect(known.isKnown('statistics.interval.ms')).toBe(true)
  })

  it('finds what was meant, again and again', () => {
    for (let round = 0; round < 2; round++)
      expect(known.meantBy('hearbeat.interval.ms', 'consumer', 'java')).toEqual(['heartbeat.interval.ms'])
    for (let index = 0; index < 10_000; index++) known.meantBy(`some.made.up.name.${index}`, 'client', 'java')
    expect(known.meantBy('auto.enable.commit', 'consumer', 'java')).toEqual(['enable.auto.commit'])
  })
})
