import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, findings, found, titles } from '../linting'
import { documentOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'

interface Program {
  readonly file: string
  /** With a key and a value that are constants; SESSION_MS is 6000, so that one finding stands at its use. */
  readonly lines: readonly string[]
  /** Of the finding, from 1. */
  readonly line: number
  /** The constant's own line, and another that makes it uncertain. */
  readonly changed: readonly [line: string, by: string]
  readonly group: string
}

const programs: readonly Program[] = [
  {
    file: 'Orders.java',
    lines: [
      'class Orders {',
      '  private static final String GROUP = "group.id", NAME = "orders";',
      '  static final String SESSION = ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG;',
      '  static final int SESSION_MS = 6 * 1000;',
      '  KafkaConsumer<String, String> make() {',
      '    Properties p = new Properties();',
      '    p.put(GROUP, Orders.NAME);',
      '    p.put(SESSION, SESSION_MS);',
      '    return new KafkaConsumer<>(p);',
      '  }',
      '}',
    ],
    line: 8,
    changed: ['  static final int SESSION_MS = 6 * 1000;', '  static int SESSION_MS = 6 * 1000;'],
    group: 'orders',
  },
  {
    file: 'Orders.kt',
    lines: [
      'private const val GROUP = "group.id"',
      'class Orders {',
      '  companion object {',
      '    const val NAME: String = "orders"',
      '    private val SESSION_MS = 6_000',
      '  }',
      '  fun make() = KafkaConsumer<String, String>(mapOf(',
      '    GROUP to Orders.NAME,',
      '    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG to SESSION_MS,',
      '  ))',
      '}',
    ],
    line: 9,
    changed: ['    private val SESSION_MS = 6_000', '    private var SESSION_MS = 6_000'],
    group: 'orders',
  },
  {
    file: 'Orders.scala',
    lines: [
      'object Orders {',
      '  private val Group = "group.id"',
      '  val Name: String = "orders"',
      '  final val SESSION_MS = 6000',
      '  val settings = Map(',
      '    "bootstrap.servers" -> "k:1",',
      '    Group -> Name,',
      '    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG -> SESSION_MS)',
      '}',
    ],
    line: 8,
    changed: ['  final val SESSION_MS = 6000', '  def SESSION_MS = read()'],
    group: 'orders',
  },
  {
    file: 'orders.py',
    lines: [
      'from confluent_kafka import Consumer',
      "GROUP = 'group.id'",
      "NAME: str = 'orders'",
      'SESSION_MS = 6 * 1000',
      'def make():',
      '    return Consumer({',
      "        'bootstrap.servers': 'k:1',",
      '        GROUP: NAME,',
      "        'session.timeout.ms': SESSION_MS,",
      '    })',
    ],
    line: 9,
    changed: ['SESSION_MS = 6 * 1000', 'SESSION_MS = 6 * 1000\nSESSION_MS += 1'],
    group: 'orders',
  },
  {
    file: 'orders.ts',
    lines: [
      "import { Kafka } from 'kafkajs'",
      "const NAME = 'orders' as const",
      'const SESSION_MS: number = 6_000',
      'class Beats {',
      '  static readonly EVERY = 3000',
      '}',
      'const consumer = kafka.consumer({',
      '  groupId: NAME,',
      '  sessionTimeout: SESSION_MS,',
      '  heartbeatInterval: Beats.EVERY,',
      '})',
    ],
    line: 10,
    changed: ['const SESSION_MS: number = 6_000', 'let SESSION_MS: number = 6_000'],
    group: 'orders',
  },
  {
    file: 'orders.js',
    lines: [
      "const { KafkaConsumer } = require('node-rdkafka')",
      "const GROUP = 'group.id'",
      "const name = 'orders'",
      'const SESSION_MS = 6000',
      'new KafkaConsumer({',
      '  [GROUP]: name,',
      "  'session.timeout.ms': SESSION_MS,",
      '}, {})',
    ],
    line: 7,
    changed: ['const SESSION_MS = 6000', 'const SESSION_MS = read()'],
    group: 'orders',
  },
  {
    file: 'orders.go',
    lines: [
      'package orders',
      'import "github.com/confluentinc/confluent-kafka-go/v2/kafka"',
      'const (',
      '\tgroup = "group.id"',
      '\tname string = "orders"',
      '\tSESSION_MS = 6 * 1000',
      ')',
      'func f() {',
      '\tkafka.NewConsumer(&kafka.ConfigMap{',
      '\t\tgroup: name,',
      '\t\t"session.timeout.ms": SESSION_MS,',
      '\t})',
      '}',
    ],
    line: 11,
    changed: ['\tSESSION_MS = 6 * 1000', '\tSESSION_MS = 6 * unknown'],
    group: 'orders',
  },
  {
    file: 'Orders.cs',
    lines: [
      'using Confluent.Kafka;',
      'class Orders {',
      '  private const string Name = "orders";',
      '  static readonly int SESSION_MS = 6 * 1000;',
      '  ConsumerConfig Make() => new ConsumerConfig',
      '  {',
      '    GroupId = Orders.Name,',
      '    SessionTimeoutMs = SESSION_MS,',
      '  };',
      '}',
    ],
    line: 8,
    changed: ['  static readonly int SESSION_MS = 6 * 1000;', '  static int SESSION_MS = 6 * 1000;'],
    group: 'orders',
  },
  {
    file: 'orders.rs',
    lines: [
      'use rdkafka::ClientConfig;',
      'const GROUP: &str = "group.id";',
      'pub static NAME: &str = "orders";',
      'const SESSION_MS: &str = "6000";',
      'fn f() {',
      '    ClientConfig::new()',
      '        .set(GROUP, NAME)',
      '        .set("session.timeout.ms", SESSION_MS)',
      '        .create();',
      '}',
    ],
    line: 8,
    changed: ['const SESSION_MS: &str = "6000";', 'static mut SESSION_MS: &str = "6000";'],
    group: 'orders',
  },
]

describe.each(programs)('constants in $file', ({ file, lines, line, changed: [own, other], group }) => {
  const text = `${lines.join('\n')}\n`
  const sessions = (of: string) => findings(file, of).filter(({ rule }) => rule === ratio)

  it('are keys and values where they get one value and keep it', () => {
    expect(entriesOf(file, text)).toContainEqual(['group.id', group])
    expect(entriesOf(file, text)).toContainEqual(['session.timeout.ms', '6000'])
    expect(found(file, text)).toContain(`${line}:${ratio}`)
  })

  it('stay as they are: fixes change what stands beside them', () => {
    const [finding] = sessions(text)
    expect(titles(finding).filter((title) => title.startsWith('Set session'))).toEqual([])
    for (const fix of finding?.fixes ?? []) expect(applied(text, fix)).toContain(`\n${own}\n`)
  })

  it('are nothing that can be told where they may be changed, or are declared twice', () => {
    expect(text).toContain(own)
    expect(sessions(text.replace(own, other))).toEqual([])
    const twice = text.replace(own, `${own}\n${own}`)
    expect(sessions(twice)).toEqual([])
  })

  it('never make the reader throw, also where they name each other', () => {
    const loop = text.replaceAll('6000', 'SESSION_MS').replaceAll('6_000', 'SESSION_MS')
    expect(() => findings(file, loop)).not.toThrow()
    const pieces = [...(text.match(/\w+|\s+|[^\w\s]/g) ?? []), '"', '{', '(', '=', '주문']
    const edit = fc.tuple(fc.nat(text.length), fc.nat(9), fc.constantFrom(...pieces))
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        let broken = text
        for (const [at, gone, piece] of edits) broken = broken.slice(0, at) + piece + broken.slice(at + gone)
        for (const { entries } of documentOf(file, broken)?.blocks ?? [])
          for (const { keyRange } of entries) expect(keyRange.end).toBeLessThanOrEqual(broken.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is certain of a constant', () => {
  const java = (field: string, use: string): string =>
    `class A {\n  ${field}\n  void f(String given) {\n    Properties p = new Properties();\n    p.put(ConsumerConfig.GROUP_ID_CONFIG, ${use});\n  }\n}\n`
  const group = (field: string, use: string) => entriesOf('A.java', java(field, use))[0]?.[1]

  it('asks whose it is', () => {
    expect(group('static final String G = "a";', 'G')).toBe('a')
    expect(group('static final String G = "a";', 'A.G')).toBe('a')
    expect(group('static final String G = "a";', 'Other.G')).toBeNull()
    expect(group('static final String G = "a", H = G + "-1";', 'H')).toBe('a-1')
    expect(group('static final String G = H, H = G;', 'H')).toBeNull()
  })

  it('asks whether anything else has the name or changes it', () => {
    expect(group('String g = "a";', 'g')).toBeNull()
    expect(group('static final String given = "a";', 'given')).toBeNull()
    expect(group('final String G = "a"; void g() { this.G = "b"; }', 'G')).toBeNull()
    const local = java('', 'g').replace('    p.put', '    String g = "a";\n    p.put')
    expect(entriesOf('A.java', local)[0]?.[1]).toBe('a')
    expect(entriesOf('A.java', local.replace('"a";', '"a"; g = "b";'))[0]?.[1]).toBeNull()
  })

  it('keeps units of time', () => {
    const go = (value: string): string =>
      `package a\nimport "github.com/IBM/sarama"\nconst wait = ${value}\nfunc f() {\n\tc := sarama.NewConfig()\n\tc.Consumer.MaxWaitTime = wait\n}\n`
    expect(entriesOf('a.go', go('2 * time.Second'))).toEqual([['fetch.max.wait.ms', '2000']])
    expect(entriesOf('a.go', go('2000000'))).toEqual([['fetch.max.wait.ms', '2']])
  })

  it('leaves a name that is spelt wrong for its own file to mend', () => {
    const text = java('static final String G = "sesion.timeout.ms";', '"a"').replace(
      '  }\n',
      '    p.put(G, 6000);\n  }\n',
    )
    const slip = findings('A.java', text).find(({ rule }) => rule === 'misspelled-key')
    expect(slip).toBeDefined()
    expect(slip?.fixes).toEqual([])
  })

  it('reads a name that is its own key', () => {
    const text = `import { Kafka } from 'kafkajs'\nconst sessionTimeout = 6000\nkafka.consumer({ groupId: 'a', sessionTimeout })\n`
    expect(entriesOf('a.ts', text)).toEqual([
      ['group.id', 'a'],
      ['session.timeout.ms', '6000'],
    ])
    expect(titles(findings('a.ts', text)[0])).toEqual(['Add heartbeatInterval=2000'])
  })
})
