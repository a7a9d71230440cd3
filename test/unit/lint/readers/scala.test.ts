import { describe, expect, it } from 'vitest'
import { applied, findings, found } from '../linting'
import { blocksOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'
const [s, h] = ['ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG', 'ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG']
const main = (...lines: readonly string[]): string =>
  [
    'import org.apache.kafka.clients.consumer.{ConsumerConfig, KafkaConsumer}',
    'import org.apache.kafka.common.serialization.{StringDeserializer => Strings}',
    '',
    'object Main {',
    '  def run(): Unit = {',
    ...lines.map((line) => `    ${line}`),
    '  }',
    '}',
    '',
  ].join('\n')

describe('Scala', () => {
  it('reads calls and maps', () => {
    const text = main(
      'val props = new Properties()',
      'props.put("bootstrap.servers", "kafka:9092")',
      `props.put(${s}, "30000")`,
      `props.put(${h}, 10000: java.lang.Integer)`,
      'props.put("key.deserializer", classOf[Strings])',
      'props.put("value.deserializer", classOf[Strings].getName)',
      'props.put("client.id", s"app-$host")',
      'props.put("max.poll.records", Int.box(100))',
      'val consumer = new KafkaConsumer[String, String](props)',
    )
    const full = 'org.apache.kafka.common.serialization.StringDeserializer'
    expect(entriesOf('Main.scala', text)).toEqual([
      ['bootstrap.servers', 'kafka:9092'],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['key.deserializer', full],
      ['value.deserializer', full],
      ['client.id', null],
      ['max.poll.records', '100'],
    ])
    expect(blocksOf('Main.scala', text)).toMatchObject([
      { role: 'consumer', roleFrom: 'call', complete: true },
    ])
    expect(found('Main.scala', text)).toEqual([])
    const map = main(`val props = Map[String, Object](${s} -> "10000", ${h} -> "5000")`)
    expect(found('Main.scala', map)).toEqual([`6:${ratio}`])
  })

  it('takes no default where not all is in view', () => {
    const short = `props.put(${s}, "6000")`
    expect(found('Main.scala', main('val props = new Properties()', short))).toEqual([`7:${ratio}`])
    expect(found('Main.scala', main('val props = new Properties()', short, 'props.putAll(more)'))).toEqual([])
    expect(
      found('Main.scala', main('val props = new Properties()', short, `if (x) props.put(${h}, "1000")`)),
    ).toEqual([])
    expect(found('Main.scala', main(`val props = Map(${s} -> "6000") ++ more`))).toEqual([])
  })

  it('is mended in Scala', () => {
    const map = main('val props = Map(', `  "bootstrap.servers" -> "k:1",`, `  ${s} -> "6000"`, ')')
    const added = applied(map, findings('Main.scala', map)[0]?.fixes[0])
    expect(added).toContain(`  ${s} -> "6000",\n      ${h} -> "2000"\n`)
    expect(found('Main.scala', added)).toEqual([])
  })

  it('comments and strings are not code', () => {
    const text = main(
      `/* /* props.put(${s}, 1) */ props.put(${s}, 1) */`,
      `val a = """props.put(${s}, 1)" """`,
      `val b = s"\${x.map(_ => "props.put(${s}, 1)")}"`,
      "val c = 'symbol",
    )
    expect(blocksOf('Main.scala', text)).toEqual([])
  })
})
