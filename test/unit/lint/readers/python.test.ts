import { describe, expect, it } from 'vitest'
import { applied, findings, found, say, titles } from '../linting'
import { blocksOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'
const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`
const confluent = (...text: readonly string[]): string =>
  lines('from confluent_kafka import Consumer, Producer', ...text)

describe('confluent_kafka', () => {
  it('reads the dicts that name the brokers', () => {
    const text = confluent(
      'conf = {',
      "    'bootstrap.servers': 'kafka:9092',  # the cluster",
      '    "group.id": "orders",',
      "    'session.timeout.ms': 45_000,",
      "    'heartbeat.interval.ms': 15 * 1000,",
      "    'enable.auto.commit': False,",
      "    'error_cb': on_error,",
      "    'client.id': f'{host}-1',",
      "    'ssl.ca.location': r'C:\\certs',",
      '}',
    )
    expect(entriesOf('app.py', text)).toEqual([
      ['bootstrap.servers', 'kafka:9092'],
      ['group.id', 'orders'],
      ['session.timeout.ms', '45000'],
      ['heartbeat.interval.ms', '15000'],
      ['enable.auto.commit', 'false'],
      ['error_cb', null],
      ['client.id', null],
      ['ssl.ca.location', 'C:\\certs'],
    ])
    expect(blocksOf('app.py', text)).toMatchObject([
      { role: 'consumer', roleFrom: 'keys', dialect: 'librdkafka' },
    ])
    expect(found('app.py', text)).toEqual([])
  })

  it('leaves other dicts, other files and text alone', () => {
    expect(blocksOf('app.py', confluent("d = {'group.id': 'a', 'sesion.timeout.ms': 1}"))).toEqual([])
    expect(blocksOf('app.py', lines("d = {'bootstrap.servers': 'k:1', 'sesion.timeout.ms': 1}"))).toEqual([])
    const quiet = confluent(
      "# conf = {'bootstrap.servers': 'k:1', 'sesion.timeout.ms': 1}",
      '"""',
      "conf = {'bootstrap.servers': 'k:1', 'sesion.timeout.ms': 1}",
      '"""',
    )
    expect(blocksOf('app.py', quiet)).toEqual([])
  })

  it('compares with the defaults of librdkafka', () => {
    const dict = (setting: string): string =>
      confluent(`c = Consumer({'bootstrap.servers': 'k:1', ${setting}})`)
    expect(found('app.py', dict("'heartbeat.interval.ms': 15000"))).toEqual([])
    expect(found('app.py', dict("'heartbeat.interval.ms': 15001"))).toEqual([`2:${ratio}`])
    expect(found('app.py', dict("'session.timeout.ms': 9000"))).toEqual([])
    expect(found('app.py', dict("'session.timeout.ms': 8999"))).toEqual([`2:${ratio}`])
    expect(found('app.py', dict("'session.timeout.ms': 8999, **common"))).toEqual([])
    expect(found('app.py', dict("'session.timeout.ms': 8999, 'heartbeat.interval.ms': beat"))).toEqual([])
  })

  it('follows a dict through its variable', () => {
    const head = ["conf = {'bootstrap.servers': 'k:1', 'session.timeout.ms': 6000}"]
    expect(found('app.py', confluent(...head, "conf['heartbeat.interval.ms'] = 2000"))).toEqual([])
    expect(found('app.py', confluent(...head, "conf['heartbeat.interval.ms'] = 2001"))).toEqual([
      `3:${ratio}`,
    ])
    expect(found('app.py', confluent(...head, "conf.update({'heartbeat.interval.ms': 2001})"))).toEqual([
      `3:${ratio}`,
    ])
    expect(found('app.py', confluent(...head, 'conf.update(more)'))).toEqual([])
    expect(found('app.py', confluent(...head, 'add_security(conf)'))).toEqual([])
    expect(found('app.py', confluent(...head, 'if slow:', "    conf['session.timeout.ms'] = 60000"))).toEqual(
      [],
    )
    const [block] = blocksOf('app.py', confluent(...head, 'c = Consumer(conf)'))
    expect(block).toMatchObject({ role: 'consumer', roleFrom: 'call', complete: true })
    const aliased = lines('import confluent_kafka as ck', ...head, 'p = ck.Producer(**conf)')
    expect(blocksOf('app.py', aliased)).toMatchObject([{ role: 'producer', roleFrom: 'call' }])
  })

  it('is mended in Python', () => {
    const text = confluent(
      'conf = {',
      "    'bootstrap.servers': 'k:1',",
      "    'session.timeout.ms': '6000'",
      '}',
    )
    const [finding] = findings('app.py', text)
    const added = applied(text, finding?.fixes[0])
    expect(added).toContain("    'session.timeout.ms': '6000',\n    'heartbeat.interval.ms': '2000'\n}")
    expect(found('app.py', added)).toEqual([])
    const inLine = confluent("c = Consumer({'bootstrap.servers': 'k:1', 'session.timeout.ms': 6000, })")
    expect(applied(inLine, findings('app.py', inLine)[0]?.fixes[0])).toContain(
      "'session.timeout.ms': 6000, 'heartbeat.interval.ms': 2000, })",
    )
    const assigned = confluent("c = {'bootstrap.servers': 'k:1'}", "c['session.timeout.ms'] = 6000")
    expect(applied(assigned, findings('app.py', assigned)[0]?.fixes[0])).toContain(
      "c['session.timeout.ms'] = 6000\nc['heartbeat.interval.ms'] = 2000\n",
    )
  })

  it('says that librdkafka refuses a name that it does not know', () => {
    const text = confluent("conf = {'bootstrap.servers': 'k:1', 'sesion.timeout.ms': 1}")
    const [finding] = findings('app.py', text)
    expect(finding).toMatchObject({ rule: 'misspelled-key', severity: 'error' })
    expect(applied(text, finding?.fixes[0])).toContain("'session.timeout.ms': 1}")
  })
})

describe('kafka-python', () => {
  const call = (...args: readonly string[]): string =>
    lines('from kafka import KafkaConsumer', `c = KafkaConsumer('orders', ${args.join(', ')})`)

  it('reads the arguments by Kafka’s names', () => {
    const text = call(
      "bootstrap_servers=['a:9092', 'b:9092']",
      'session_timeout_ms=30000',
      'heartbeat_interval_ms=10000',
      'fetch_max_wait_ms=500',
      'consumer_timeout_ms=1000',
      'value_deserializer=lambda m: m.decode()',
      'enable_auto_commit=True',
      'group_id=None',
    )
    expect(entriesOf('app.py', text)).toEqual([
      ['bootstrap.servers', 'a:9092,b:9092'],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['fetch.max.wait.ms', '500'],
      ['value.deserializer', null],
      ['enable.auto.commit', 'true'],
      ['group.id', null],
    ])
    expect(blocksOf('app.py', text)).toMatchObject([
      { role: 'consumer', roleFrom: 'call', dialect: 'kafka-python', complete: true },
    ])
    expect(found('app.py', text)).toEqual([])
  })

  it('compares with its own defaults and writes its own names', () => {
    expect(found('app.py', call('heartbeat_interval_ms=15000'))).toEqual([])
    expect(found('app.py', call('heartbeat_interval_ms=15001'))).toEqual([`2:${ratio}`])
    const text = call('session_timeout_ms=6000')
    const [finding] = findings('app.py', text)
    expect(titles(finding)).toEqual(['Add heartbeat_interval_ms=2000', 'Set session_timeout_ms to 9000'])
    expect(finding === undefined ? '' : say(finding.message)).toBe(
      'heartbeat_interval_ms 3,000 (default in kafka-python) × 3 = 9,000 is above session_timeout_ms 6,000: two missed heartbeats end the session.',
    )
    expect(applied(text, finding?.fixes[0])).toContain('session_timeout_ms=6000, heartbeat_interval_ms=2000)')
    expect(applied(text, finding?.fixes[1])).toContain('session_timeout_ms=9000)')
    expect(found('app.py', call('session_timeout_ms=6000', 'heartbeat_interval_ms=6000'))).toEqual([
      '2:heartbeat-not-below-session',
    ])
    expect(found('app.py', call('session_timeout_ms=6000', '**common'))).toEqual([])
  })

  it('knows its slips of the pen', () => {
    const text = call("auto_ofset_reset='earliest'")
    const [finding] = findings('app.py', text)
    expect(finding).toMatchObject({ rule: 'misspelled-key', severity: 'error' })
    expect(applied(text, finding?.fixes[0])).toContain("auto_offset_reset='earliest'")
  })

  it('reads a dict that is spread into the call', () => {
    const text = lines(
      'import kafka',
      "conf = {'bootstrap_servers': 'k:9092', 'session_timeout_ms': 6000}",
      'c = kafka.KafkaConsumer(**conf)',
    )
    expect(found('app.py', text)).toEqual([`2:${ratio}`])
    expect(applied(text, findings('app.py', text)[0]?.fixes[0])).toContain(
      "'session_timeout_ms': 6000, 'heartbeat_interval_ms': 2000}",
    )
  })

  it('is no other package of that name', () => {
    expect(
      blocksOf('app.py', lines('from myapp.kafka import KafkaConsumer', 'KafkaConsumer(group_id=1)')),
    ).toEqual([])
  })
})
