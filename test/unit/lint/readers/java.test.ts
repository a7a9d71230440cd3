import { describe, expect, it } from 'vitest'
import { found, findings, applied, titles } from '../linting'
import { entriesOf, blocksOf } from './code'

const inMethod = (...lines: readonly string[]): string =>
  [
    'import java.util.*;',
    'import org.apache.kafka.clients.consumer.*;',
    'import org.apache.kafka.clients.producer.ProducerConfig;',
    'import org.apache.kafka.common.serialization.StringDeserializer;',
    'class App {',
    '  void run() {',
    ...lines.map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n')

const inProperties = (...lines: readonly string[]): string =>
  inMethod('Properties props = new Properties();', ...lines)

describe('Java: what is read', () => {
  it('reads constants by the catalogue and literals as values', () => {
    const text = inProperties(
      'props.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "kafka:9092");',
      'props.put(ConsumerConfig.GROUP_ID_CONFIG, "orders");',
      'props.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);',
      'props.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());',
      'props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 45_000);',
      'props.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 15 * 1000L);',
      'props.setProperty("max.poll.records", "100");',
      'props.put("enable.auto.commit", false);',
      'props.put("client.id", name);',
      'props.put(MY_KEY, "x");',
    )
    expect(entriesOf('A.java', text)).toEqual([
      ['bootstrap.servers', 'kafka:9092'],
      ['group.id', 'orders'],
      ['key.deserializer', 'org.apache.kafka.common.serialization.StringDeserializer'],
      ['value.deserializer', 'org.apache.kafka.common.serialization.StringDeserializer'],
      ['session.timeout.ms', '45000'],
      ['heartbeat.interval.ms', '15000'],
      ['max.poll.records', '100'],
      ['enable.auto.commit', 'false'],
      ['client.id', null],
    ])
    expect(blocksOf('A.java', text)).toMatchObject([{ role: 'consumer', dialect: 'java', complete: false }])
    expect(found('A.java', text)).toEqual([])
  })

  it('takes what it gives for a constant from the catalogue, never from its letters', () => {
    const text = inProperties(
      'props.put("bootstrap.servers", "k:9092");',
      'props.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, "a");',
      'props.put(ConsumerConfig.SEND_BUFFER_CONFIG, 1);',
      'props.put(ConsumerConfig.DOES_NOT_EXIST_CONFIG, 1);',
      'props.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);',
    )
    expect(entriesOf('A.java', text).map(([key]) => key)).toEqual([
      'bootstrap.servers',
      'key.deserializer',
      'send.buffer.bytes',
      'max.in.flight.requests.per.connection',
    ])
  })
})

const ratio = 'heartbeat-above-third-of-session'
const session = 'props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 30000);'

describe('Java: the heartbeat rules', () => {
  it('let exactly a third pass', () => {
    expect(found('A.java', inProperties(session, 'props.put("heartbeat.interval.ms", 10000);'))).toEqual([])
    expect(found('A.java', inProperties(session, 'props.put("heartbeat.interval.ms", 10001);'))).toEqual([
      `9:${ratio}`,
    ])
    expect(found('A.java', inProperties(session, 'props.put("heartbeat.interval.ms", 30000);'))).toEqual([
      '9:heartbeat-not-below-session',
    ])
  })

  it('take the default of the partner only where all settings are in view', () => {
    const late = 'props.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 4000);'
    expect(found('A.java', inProperties(late))).toEqual([])
    expect(found('A.java', inProperties(late), { kafkaVersion: '2.8' })).toEqual([`8:${ratio}`])
    for (const line of [
      'props.load(in);',
      'props.putAll(common);',
      'addCommon(props);',
      'if (fast) props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 60000);',
      'props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, timeout);',
      'props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, fast ? 6000 : 60000);',
    ])
      expect(found('A.java', inProperties(late, line), { kafkaVersion: '2.8' }), line).toEqual([])
    const copy = inMethod('Properties props = new Properties(defaults);', late)
    expect(found('A.java', copy, { kafkaVersion: '2.8' })).toEqual([])
    const parameter = 'class A { void f(Map<String, Object> props) { '
    expect(found('A.java', `${parameter}${late} } }`, { kafkaVersion: '2.8' })).toEqual([])
  })

  it('hold two objects apart, and two branches too', () => {
    const text = inMethod(
      'Properties a = new Properties();',
      'a.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);',
      'a.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000);',
      'Properties b = new Properties();',
      'b.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 10000);',
      'if (slow) { b.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 60000); }',
      'else { b.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15000); }',
    )
    expect(found('A.java', text)).toEqual([])
    expect(found('A.java', text.replace('2000', '2001'))).toEqual([`9:${ratio}`])
  })

  it('read maps, builders, initialisers and entries', () => {
    const [s, h] = ['ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG', 'ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG']
    for (const expression of [
      `Map.of(${s}, 10000, ${h}, 5000)`,
      `Map.ofEntries(Map.entry(${s}, 10000), entry(${h}, 5000))`,
      `ImmutableMap.<String, Object>builder().put(${s}, 10000).put(${h}, 5000).build()`,
      `new Properties() {{ put(${s}, 10000); setProperty(${h}, "5000"); }}`,
      `new HashMap<>(Map.of(${s}, 10000, ${h}, 5000))`,
    ])
      expect(found('A.java', inMethod(`var props = ${expression};`)), expression).toEqual([`7:${ratio}`])
  })

  it('take no default for a map that is a part of another', () => {
    const late = '"heartbeat.interval.ms", 20000'
    const map = (entries: string): string =>
      inMethod(`return Map.of(${entries}, ConsumerConfig.GROUP_ID_CONFIG, "a");`)
    expect(found('A.java', map(late))).toEqual([])
    expect(found('A.java', map(`"bootstrap.servers", "k:1", ${late}`))).toEqual([`7:${ratio}`])
    const made = inMethod(`new KafkaConsumer<>(Map.of(ConsumerConfig.GROUP_ID_CONFIG, "a", ${late}));`)
    expect(found('A.java', made)).toEqual([`7:${ratio}`])
  })

  it('know the consumers of Streams by their prefixes', () => {
    const prefixed = (prefix: string): string =>
      inMethod(
        'Properties props = new Properties();',
        'props.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");',
        'props.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "k:9092");',
        `props.put(${prefix}ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);`,
        'new KafkaStreams(topology, props);',
      )
    const text = prefixed('StreamsConfig.consumerPrefix(')
    const [finding] = findings('A.java', text)
    expect(found('A.java', text)).toEqual([`10:${ratio}`])
    expect(applied(text, finding?.fixes[0])).toContain(
      '6000);\n    props.put("consumer.heartbeat.interval.ms", 2000);\n',
    )
    expect(found('A.java', prefixed('StreamsConfig.restoreConsumerPrefix('))).toEqual([])
  })
})

describe('Java: what fixes write', () => {
  it('is a statement of the same form', () => {
    const text = inProperties('props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000); // short')
    const [finding] = findings('A.java', text)
    expect(titles(finding)).toEqual(['Add heartbeat.interval.ms=2000', 'Set session.timeout.ms to 9000'])
    const added = applied(text, finding?.fixes[0])
    expect(added).toContain(
      'props.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000);\n    props.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2000); // short\n',
    )
    expect(found('A.java', added)).toEqual([])
    expect(applied(text, finding?.fixes[1])).toContain('SESSION_TIMEOUT_MS_CONFIG, 9000);')
  })

  it('keeps text where there was text', () => {
    const text = inProperties('props.setProperty(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");')
    const [finding] = findings('A.java', text.replaceAll('\n', '\r\n'))
    expect(applied(text.replaceAll('\n', '\r\n'), finding?.fixes[0])).toContain(
      '\r\n    props.setProperty(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "2000");\r\n',
    )
  })

  it('renames a misspelled key inside its quotes', () => {
    const text = inProperties(
      'props.put("bootstrap.servers", "k:9092");',
      'props.put("sesion.timeout.ms", 9000);',
    )
    const [finding] = findings('A.java', text)
    expect(finding?.rule).toBe('misspelled-key')
    expect(applied(text, finding?.fixes[0])).toContain('props.put("session.timeout.ms", 9000);')
  })

  it('deletes a line, or a pair of a list with its comma', () => {
    const twice = inProperties(
      'props.put("bootstrap.servers", "a:1");',
      'props.put("bootstrap.servers", "b:1");',
    )
    const [finding] = findings('A.java', twice)
    expect(finding?.rule).toBe('duplicate-key')
    expect(applied(twice, finding?.fixes[0])).toBe(inProperties('props.put("bootstrap.servers", "b:1");'))
    const list = inMethod('Map.of("bootstrap.servers", "a:1", "acks", "1", "acks", "all");')
    const [other] = findings('A.java', list).filter(({ rule }) => rule === 'duplicate-key')
    expect(applied(list, other?.fixes[0])).toContain('Map.of("bootstrap.servers", "a:1", "acks", "all");')
  })
})

describe('Java: what is no setting', () => {
  it('comments and strings are not code', () => {
    const text = inProperties(
      'props.put("bootstrap.servers", "k:9092");',
      '// props.put("sesion.timeout.ms", 1);',
      '/* props.put("sesion.timeout.ms", 1); */',
      'String s = "props.put(\\"sesion.timeout.ms\\", 1);";',
      'String t = """',
      '  props.put("sesion.timeout.ms", 1);',
      '  """;',
    )
    expect(found('A.java', text)).toEqual([])
  })

  it('maps that are not Kafka’s are left alone', () => {
    expect(
      blocksOf('A.java', inMethod('map.put("sesion.timeout.ms", 1);', 'map.put("group.id", "a");')),
    ).toEqual([])
    const other =
      'import com.acme.ConsumerConfig;\nclass A { void f() { p.put(ConsumerConfig.GROUP_ID_CONFIG, "a"); } }'
    expect(blocksOf('A.java', other)).toEqual([])
    expect(findings('A.java', 'class A { void f() { map.put("a", 1); } }')).toEqual([])
  })

  it('a comment switches a rule off', () => {
    const late = 'props.put("heartbeat.interval.ms", 20000);'
    const comment = `// lagline-disable-next-line ${ratio} -- tested`
    expect(found('A.java', inProperties(session, late))).toEqual([`9:${ratio}`])
    expect(found('A.java', inProperties(session, comment, late))).toEqual([])
    expect(
      found('A.java', inProperties(session, comment, 'props.put(', '  "heartbeat.interval.ms", 20000);')),
    ).toEqual([])
  })
})

describe('Java: whose settings they are', () => {
  it('is told by the client that is made, then by the keys', () => {
    const role = (...lines: readonly string[]): unknown[] =>
      blocksOf('A.java', inProperties('props.put("bootstrap.servers", "k:1");', ...lines)).map((block) => [
        block.role,
        block.roleFrom,
        block.complete,
      ])
    expect(role()).toEqual([['client', 'keys', false]])
    expect(role('props.put("group.id", "a");')).toEqual([['consumer', 'keys', false]])
    expect(role('props.put("acks", "all");')).toEqual([['producer', 'keys', false]])
    expect(role('consumer = new KafkaConsumer<>(props);')).toEqual([['consumer', 'call', true]])
    expect(role('load(props);', 'consumer = new KafkaConsumer<>(props);')).toEqual([
      ['consumer', 'call', false],
    ])
    expect(role('new KafkaProducer<String, String>(props);')).toEqual([['producer', 'call', true]])
    expect(role('AdminClient.create(props);')).toEqual([['admin', 'call', false]])
    expect(role('new DefaultKafkaConsumerFactory<>(props);')).toEqual([['consumer', 'call', false]])
    expect(role('new KafkaConsumer<>(props);', 'new KafkaProducer<>(props);')).toEqual([
      ['client', 'call', true],
    ])
  })
})

describe('factories of Spring', () => {
  const factory = (...settings: readonly string[]): string =>
    [
      'class KafkaConfiguration {',
      '  ConsumerFactory<String, String> consumerFactory() {',
      '    return new DefaultKafkaConsumerFactory<>(consumerSettings());',
      '  }',
      '  Map<String, Object> consumerSettings() {',
      '    Map<String, Object> props = new HashMap<>();',
      ...settings.map((setting) => `    props.put(ConsumerConfig.${setting});`),
      '    return props;',
      '  }',
      '}',
    ].join('\n')
  const interval = 'AUTO_COMMIT_INTERVAL_MS_CONFIG, 1000'

  it('give their consumers no automatic commits unless they are asked for', () => {
    expect(blocksOf('K.java', factory(interval))).toMatchObject([
      { role: 'consumer', roleFrom: 'call', complete: false },
    ])
    expect(found('K.java', factory(interval))).toEqual(['7:auto-commit-interval-ignored'])
    expect(found('K.java', factory(interval, 'ENABLE_AUTO_COMMIT_CONFIG, true'))).toEqual([])
    expect(found('K.java', factory('GROUP_ID_CONFIG, "a"'), { preset: 'strict' })).not.toContain(
      'auto-commit-enabled',
    )
  })

  it('are no factories where a consumer is made by hand, or settings come from elsewhere', () => {
    const byHand = factory(interval).replace('DefaultKafkaConsumerFactory', 'KafkaConsumer')
    expect(found('K.java', byHand)).toEqual([])
    const open = factory(interval).replace('return props', 'props.putAll(common); return props')
    expect(found('K.java', open)).toEqual([])
    const either = factory(interval).replace('return props;', 'if (x) return other; return props;')
    expect(found('K.java', either)).toEqual([])
  })
})
