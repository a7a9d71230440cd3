import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, inConsumer, say, titles } from '../../linting'

const id = 'invalid-value-type'

function fixOf(line: string, fileName = 'consumer.properties'): string | undefined {
  const text = consumer(line)
  const [finding] = findings(fileName, text).filter(({ rule }) => rule === id)
  return finding?.fixes[0] === undefined ? undefined : applied(text, finding.fixes[0]).split('\n')[2]
}

describe(id, () => {
  it.each([
    '45s',
    '45000.0',
    '45_000',
    '4294967296',
    '-2147483649',
    '',
    'abc',
    '0x10',
    '1e3',
    '45\u00a0',
    '4 5',
    '"45000',
  ])('session.timeout.ms=%s is no INT', (value) => {
    expect(inConsumer(`session.timeout.ms=${value}`)).toEqual([`3:${id}`])
  })

  it.each([
    '45000',
    '45000 ',
    ' 45000\t',
    '+45000',
    '2147483647',
    '-1',
    '００００９',
    '${S}',
    '$S',
    '<n>',
    '%N%',
    '{{ n }}',
    '***',
  ])('heartbeat.interval.ms=%s is read by Kafka or filled in before', (value) => {
    expect(inConsumer(`heartbeat.interval.ms=${value}`).filter((line) => line.endsWith(id))).toEqual([])
  })

  it.each([
    ['enable.auto.commit=true', []],
    ['enable.auto.commit=FALSE', []],
    ['enable.auto.commit=yes', [`3:${id}`]],
    ['enable.auto.commit=1', [`3:${id}`]],
    ['enable.auto.commit=', [`3:${id}`]],
    ['connections.max.idle.ms=4294967296', []],
    ['connections.max.idle.ms=9223372036854775807', []],
    ['connections.max.idle.ms=9223372036854775808', [`3:${id}`]],
    ['sasl.login.refresh.window.factor=0.8', []],
    ['sasl.login.refresh.window.factor=8e-1', []],
    ['sasl.login.refresh.window.factor=0,8', [`3:${id}`]],
    ['client.id=45s', []],
    ['partition.assignment.strategy=', []],
  ])('%s: %j', (line, expected) => {
    expect(inConsumer(line)).toEqual(expected)
  })

  it('knows SHORT', () => {
    const broker = (value: string) =>
      found('server.properties', [
        'node.id=1',
        `min.insync.replicas=1`,
        `offsets.topic.replication.factor=${value}`,
      ])
    expect(broker('32767')).toEqual([])
    expect(broker('32768')).toEqual([`3:${id}`])
  })

  it.each([
    ['session.timeout.ms=45s', 'Set session.timeout.ms to 45000'],
    ['session.timeout.ms=1.5 min', 'Set session.timeout.ms to 90000'],
    ['session.timeout.ms=1_000', 'Set session.timeout.ms to 1000'],
    ['session.timeout.ms=45000.0', 'Set session.timeout.ms to 45000'],
    ['session.timeout.ms=45000L', 'Set session.timeout.ms to 45000'],
    ['session.timeout.ms=45s # 45 s', 'Set session.timeout.ms to 45000'],
    ['enable.auto.commit=yes', 'Set enable.auto.commit to true'],
    ['enable.auto.commit=off', 'Set enable.auto.commit to false'],
    ['enable.auto.commit=flase', 'Set enable.auto.commit to false'],
    ['fetch.max.bytes=64KB', 'Set fetch.max.bytes to 65536'],
    ['fetch.max.bytes=50 MiB', 'Set fetch.max.bytes to 52428800'],
  ])('%s: %s', (line, title) => {
    expect(titles(findings('consumer.properties', consumer(line))[0])).toEqual([title])
    expect(fixOf(line)).toBe(`${line.split('=')[0]}=${title.split(' to ')[1]}`)
  })

  it('offers nothing where nothing is likely', () => {
    for (const line of [
      'session.timeout.ms=soon',
      'session.timeout.ms=',
      'session.timeout.ms=45kb',
      'max.poll.records=5s',
      'fetch.max.bytes=9GB',
    ])
      expect(titles(findings('consumer.properties', consumer(line))[0])).toEqual([])
  })

  it('counts in the unit of the key', () => {
    const lines = ['node.id=1', 'log.retention.hours=7d']
    expect(titles(findings('server.properties', lines)[0])).toEqual(['Set log.retention.hours to 168'])
  })

  it('writes a value behind a key that has none', () => {
    expect(titles(findings('consumer.properties', consumer('enable.auto.commit'))[0])).toEqual([])
    expect(found('consumer.properties', consumer('enable.auto.commit'))).toEqual([`3:${id}`])
  })

  it('says what Kafka wants', () => {
    const message = (line: string) => {
      const [finding] = findings('consumer.properties', consumer(line))
      return finding && say(finding.message)
    }
    expect(message('session.timeout.ms=45s')).toBe(
      'session.timeout.ms is "45s", but it must be a number of milliseconds in digits alone: Kafka refuses this configuration.',
    )
    expect(message('session.timeout.ms=4294967296')).toBe(
      'session.timeout.ms is 4294967296, which does not fit its type: INT is -2,147,483,648 to 2,147,483,647. Kafka refuses this configuration.',
    )
    expect(message('enable.auto.commit=')).toBe(
      'enable.auto.commit has no value, but it must be true or false: Kafka refuses this configuration.',
    )
  })

  it('reads only what the release and the role read', () => {
    expect(inConsumer('metadata.recovery.rebootstrap.trigger.ms=1m', { kafkaVersion: '3.6' })).toEqual([])
    expect(inConsumer('metadata.recovery.rebootstrap.trigger.ms=1m', { kafkaVersion: '4.0' })).toEqual([
      `3:${id}`,
    ])
    expect(
      found('server.properties', ['node.id=1', 'zookeeper.session.timeout.ms=18s'], { kafkaVersion: '4.0' }),
    ).toEqual(['2:removed-key'])
    expect(
      found('server.properties', ['node.id=1', 'zookeeper.session.timeout.ms=18s'], { kafkaVersion: '3.9' }),
    ).toEqual([`2:${id}`])
    expect(inConsumer('linger.ms=5ms')).toEqual(['3:wrong-client-key'])
    expect(found('connector.properties', ['connector.class=a.B', 'tasks.max=two'])).toEqual([`2:${id}`])
    expect(found('x.properties', ['segment.ms=1d'], { role: 'topic' })).toEqual([`1:${id}`])
  })

  it('looks at the last of several values and leaves librdkafka to its own rules', () => {
    expect(inConsumer(['session.timeout.ms=45s', 'session.timeout.ms=45000'])).toEqual(['4:duplicate-key'])
    expect(
      found('client.properties', ['bootstrap.servers=k:9092', 'sasl.username=a', 'session.timeout.ms=45s']),
    ).toEqual([])
  })
})
