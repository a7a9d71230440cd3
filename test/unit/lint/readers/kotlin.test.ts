import { describe, expect, it } from 'vitest'
import { applied, findings, found } from '../linting'
import { blocksOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'
const [s, h] = ['ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG', 'ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG']
const main = (...lines: readonly string[]): string =>
  [
    'import org.apache.kafka.clients.consumer.ConsumerConfig',
    'import org.apache.kafka.common.serialization.StringDeserializer',
    '',
    'fun main() {',
    ...lines.map((line) => `    ${line}`),
    '}',
    '',
  ].join('\n')

describe('Kotlin', () => {
  it('reads elements, calls and maps', () => {
    const text = main(
      'val props = Properties()',
      'props[ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG] = "kafka:9092"',
      'props["group.id"] = "orders" // who',
      `props[${s}] = 30_000`,
      `props.put(${h}, 10 * 1000)`,
      'props.setProperty("max.poll.records", "100")',
      'props[ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG] = StringDeserializer::class.java',
      'props[ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG] = StringDeserializer::class.java.name',
      'props["client.id"] = "app-$host"',
      'props["enable.auto.commit"] = false.toString()',
      'val consumer = KafkaConsumer<String, String>(props)',
    )
    expect(entriesOf('Main.kt', text)).toEqual([
      ['bootstrap.servers', 'kafka:9092'],
      ['group.id', 'orders'],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['max.poll.records', '100'],
      ['key.deserializer', 'org.apache.kafka.common.serialization.StringDeserializer'],
      ['value.deserializer', 'org.apache.kafka.common.serialization.StringDeserializer'],
      ['client.id', null],
      ['enable.auto.commit', 'false'],
    ])
    expect(blocksOf('Main.kt', text)).toMatchObject([{ role: 'consumer', roleFrom: 'call', complete: true }])
    expect(found('Main.kt', text)).toEqual([])
    expect(found('Main.kt', text.replace('10 * 1000', '10_001'))).toEqual([`9:${ratio}`])
  })

  it('reads every way to make a map', () => {
    for (const expression of [
      `mapOf(${s} to 10000, ${h} to 5000)`,
      `mutableMapOf<String, Any>(${s} to 10000, ${h} to "5000")`,
      `Properties().apply { put(${s}, 10000); this[${h}] = 5000 }`,
      `Properties().also { it[${s}] = 10000; it[${h}] = 5000 }`,
      `KafkaConsumer<String, String>(mapOf(${s} to 10000, ${h} to 5000))`,
    ])
      expect(found('Main.kt', main(`val props = ${expression}`)), expression).toEqual([`5:${ratio}`])
    const returned = (servers: string): string => `fun settings() = mapOf(${servers}${s} to 6000)\n`
    expect(found('Main.kt', returned('"bootstrap.servers" to "k:1", '))).toEqual([`1:${ratio}`])
    // Without the brokers it is a part of something.
    expect(found('Main.kt', returned(''))).toEqual([])
  })

  it('takes no default where not all is in view', () => {
    const short = `props[${s}] = 6000`
    expect(found('Main.kt', main('val props = Properties()', short))).toEqual([`6:${ratio}`])
    for (const lines of [
      ['val props = Properties()', short, 'props.load(stream)'],
      ['val props = Properties()', short, 'secure(props)'],
      ['val props = Properties()', short, `if (slow) props[${s}] = 60000`],
      ['val props = Properties()', short, 'if (slow) {', `props[${h}] = 1000`, '}'],
      ['val props = kafka.buildProperties()', short],
      [`val props = mapOf(${s} to 6000) + common`],
      [`val props = common + mapOf(${s} to 6000)`],
    ])
      expect(found('Main.kt', main(...lines)), lines.join('\n')).toEqual([])
    expect(found('Main.kt', `fun add(props: Properties) {\n  ${short}\n}\n`)).toEqual([])
  })

  it('is mended in Kotlin', () => {
    const text = main('val props = Properties()', `props[${s}] = 6000`)
    const added = applied(text, findings('Main.kt', text)[0]?.fixes[0])
    expect(added).toContain(`props[${s}] = 6000\n    props[${h}] = 2000\n`)
    expect(found('Main.kt', added)).toEqual([])
    const map = main('val props = mapOf(', `    "bootstrap.servers" to "k:1",`, `    ${s} to 6000`, ')')
    expect(applied(map, findings('Main.kt', map)[0]?.fixes[0])).toContain(
      `${s} to 6000,\n        ${h} to 2000\n`,
    )
  })

  it('comments and strings are not code', () => {
    const text = main(
      `// props["bootstrap.servers"] = 1; props[${s}] = 1`,
      `/* /* nested */ props[${s}] = 1 */`,
      `val a = "props[${s}] = 1 \${x + "props[1] = 2"} }"`,
      `val b = """props[${s}] = 1`,
      `  " props[${s}] = 1 """`,
      "val c = '\"'; val d = '\\''",
    )
    expect(blocksOf('Main.kt', text)).toEqual([])
  })
})

describe('factories of Spring', () => {
  const head =
    'class K {\n  fun consumerFactory() = DefaultKafkaConsumerFactory<String, String>(settings())\n'
  const interval = 'ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG'
  const rule = 'auto-commit-interval-ignored'

  it('take what a function gives', () => {
    const map = `${head}  fun settings(): Map<String, Any> = mapOf(${interval} to 1000)\n}\n`
    expect(found('K.kt', map)).toEqual([`3:${rule}`])
    const body = `${head}  private fun settings(): Map<String, Any> {\n    val props = HashMap<String, Any>()\n    props[${interval}] = 1000\n    return props\n  }\n}\n`
    expect(found('K.kt', body)).toEqual([`5:${rule}`])
    expect(found('K.kt', map.replace('DefaultKafkaConsumerFactory', 'KafkaConsumer'))).toEqual([])
    expect(found('K.kt', map.replace('settings())', 'settings() + more)'))).toEqual([])
  })

  it('take what a body of Scala ends with', () => {
    const text = `class K {\n  def settings = {\n    val props = new Properties()\n    props.put(${interval}, 1000)\n    props\n  }\n  val factory = new DefaultKafkaConsumerFactory[String, String](settings())\n}\n`
    expect(found('K.scala', text)).toEqual([`4:${rule}`])
  })
})
