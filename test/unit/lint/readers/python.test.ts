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

describe('ssl_check_hostname of kafka-python', () => {
  const call = (setting: string): string =>
    lines('from kafka import KafkaProducer', `p = KafkaProducer(security_protocol='SSL', ${setting})`)

  it('is the check of the broker’s name, and is mended as a truth value', () => {
    const text = call('ssl_check_hostname=False')
    expect(entriesOf('app.py', text)).toContainEqual(['ssl.endpoint.identification.algorithm', ''])
    const [finding] = findings('app.py', text)
    expect(finding).toMatchObject({ rule: 'hostname-verification-disabled', severity: 'warning' })
    expect(titles(finding)).toEqual(['Set ssl_check_hostname to True'])
    expect(applied(text, finding?.fixes[0])).toContain('ssl_check_hostname=True)')
  })

  it('is nothing to tell of where it is on or cannot be told', () => {
    for (const value of ['True', 'check', "'no'", 'None'])
      expect(found('app.py', call(`ssl_check_hostname=${value}`))).toEqual([])
  })
})

describe('aiokafka', () => {
  const call = (client: string, ...args: readonly string[]): string =>
    lines(`from aiokafka import ${client}`, `c = ${client}(${args.join(', ')})`)
  const consumer = (...args: readonly string[]): string => call('AIOKafkaConsumer', "'orders'", ...args)

  it('reads the arguments by Kafka’s names', () => {
    const text = consumer(
      "bootstrap_servers='a:9092'",
      'group_id="orders"',
      'max_batch_size=1',
      'rebalance_timeout_ms=60000',
      'sasl_plain_username=user',
      'loop=loop',
      'consumer_timeout_ms=200',
    )
    expect(entriesOf('app.py', text)).toEqual([
      ['bootstrap.servers', 'a:9092'],
      ['group.id', 'orders'],
      ['batch.size', '1'],
      ['rebalance.timeout.ms', '60000'],
      ['sasl.username', null],
    ])
    expect(blocksOf('app.py', text)).toMatchObject([
      { role: 'consumer', roleFrom: 'call', dialect: 'aiokafka', complete: true },
    ])
  })

  it('compares with its own defaults: a session of ten seconds, requests of forty', () => {
    expect(found('app.py', consumer('heartbeat_interval_ms=3333'))).toEqual([])
    expect(found('app.py', consumer('heartbeat_interval_ms=3334'))).toEqual([`2:${ratio}`])
    expect(found('app.py', consumer('fetch_max_wait_ms=39999'))).toEqual([])
    const text = consumer('fetch_max_wait_ms=40000')
    const [finding] = findings('app.py', text)
    expect(finding).toMatchObject({ rule: 'fetch-wait-exceeds-request-timeout', severity: 'warning' })
    expect(finding === undefined ? '' : say(finding.message)).toBe(
      'fetch_max_wait_ms 40,000 is not below request_timeout_ms 40,000 (default in aiokafka): a fetch that waits its full time has timed out by then.',
    )
    expect(applied(text, finding?.fixes[0])).toContain('fetch_max_wait_ms=500)')
  })

  it('knows the arguments of its producer and admin client, and their slips', () => {
    const text = call('AIOKafkaProducer', "acks='1'", 'max_batch_siz=16384')
    const rules = findings('app.py', text).map(({ rule, severity }) => `${rule} ${severity}`)
    expect(rules).toEqual(['acks-one info', 'misspelled-key error'])
    const admin = lines(
      'from aiokafka.admin import AIOKafkaAdminClient',
      'a = AIOKafkaAdminClient(request_timeout_ms=40000)',
    )
    expect(blocksOf('app.py', admin)).toMatchObject([{ role: 'admin', dialect: 'aiokafka' }])
    expect(found('app.py', admin)).toEqual([])
  })

  it('takes a transactional id for idempotence, whatever else is written', () => {
    const producer = (...args: readonly string[]): string =>
      call('AIOKafkaProducer', "transactional_id='orders-1'", ...args)
    expect(found('app.py', producer('enable_idempotence=False'))).toEqual([])
    expect(found('app.py', producer('acks=1'))).toEqual(['2:transactional-without-idempotence'])
  })

  it('is told from the other clients of a file', () => {
    const both = lines(
      'import aiokafka',
      'from confluent_kafka import Producer',
      "settings = {'bootstrap_servers': 'a:1', 'heartbeat_interval_ms': 3334}",
      'c = aiokafka.AIOKafkaConsumer(**settings)',
      "p = Producer({'bootstrap.servers': 'a:1', 'linger.ms': 5})",
    )
    expect(blocksOf('app.py', both).map(({ dialect }) => dialect)).toEqual(['aiokafka', 'librdkafka'])
    expect(found('app.py', both)).toEqual([`3:${ratio}`])
  })
})

describe('names that librdkafka has for itself', () => {
  it('are Kafka’s to the rules, and are shown as they are written', () => {
    const text = confluent(
      "conf = {'bootstrap.servers': 'k:1', 'fetch.wait.max.ms': 60000, 'fetch.message.max.bytes': 99999999}",
    )
    expect(entriesOf('app.py', text)).toEqual([
      ['bootstrap.servers', 'k:1'],
      ['fetch.max.wait.ms', '60000'],
      ['max.partition.fetch.bytes', '99999999'],
    ])
    const all = findings('app.py', text)
    expect(all.map(({ rule, key }) => `${rule} ${key}`)).toEqual([
      'fetch-wait-exceeds-request-timeout fetch.wait.max.ms',
      'fetch-max-below-partition-fetch fetch.message.max.bytes',
    ])
    expect(titles(all[1])).toEqual(['Add fetch.max.bytes=99999999'])
    expect(say(all[1]?.message ?? { id: '', args: [] })).toBe(
      'fetch.max.bytes 52,428,800 (default in librdkafka) is below fetch.message.max.bytes 99,999,999: no partition ever gets its full share.',
    )
  })

  it('stay what they are beside each other: the last one counts', () => {
    const text = confluent(
      "conf = {'bootstrap.servers': 'k:1', 'linger.ms': 5, 'queue.buffering.max.ms': 5, 'acks': 1}",
    )
    expect(found('app.py', text)).toEqual(['2:duplicate-key', '2:acks-one'])
  })
})
