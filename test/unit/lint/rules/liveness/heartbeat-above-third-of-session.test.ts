import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, inConsumer, say, titles } from '../../linting'

const id = 'heartbeat-above-third-of-session'
const tooRare = ['session.timeout.ms=10000', 'heartbeat.interval.ms=5000']

describe(id, () => {
  it('reports a heartbeat above a third of the session, at the heartbeat', () => {
    expect(inConsumer(tooRare)).toEqual([`4:${id}`])
    const [finding] = findings('consumer.properties', consumer(tooRare))
    expect(finding).toMatchObject({
      severity: 'warning',
      key: 'heartbeat.interval.ms',
      docs: `docs/rules/${id}.md`,
    })
    expect(finding && say(finding.message)).toBe(
      'heartbeat.interval.ms 5,000 × 3 = 15,000 is above session.timeout.ms 10,000: two missed heartbeats end the session.',
    )
    expect(finding?.related.map(({ range }) => consumer(tooRare).slice(range.start, range.end))).toEqual([
      'session.timeout.ms',
    ])
  })

  it.each([
    [10000, 30000, []],
    [10000, 29999, [`4:${id}`]],
    [3333, 10000, []],
    [3334, 10000, [`4:${id}`]],
    [9999, 10000, [`4:${id}`]],
    [3000, 9000, []],
    [4000, 6000, [`4:${id}`]],
    [0, 10000, []],
  ])('a heartbeat of %i in a session of %i: %j', (heartbeat, session, expected) => {
    expect(inConsumer([`session.timeout.ms=${session}`, `heartbeat.interval.ms=${heartbeat}`])).toEqual(
      expected,
    )
  })

  it('compares with the default session of the release', () => {
    const heartbeat = 'heartbeat.interval.ms=4000'
    expect(inConsumer(heartbeat)).toEqual([])
    expect(inConsumer(heartbeat, { kafkaVersion: '3.0' })).toEqual([])
    expect(inConsumer(heartbeat, { kafkaVersion: '2.8' })).toEqual([`3:${id}`])
    expect(inConsumer(heartbeat, { kafkaVersion: '2.8.1' })).toEqual([`3:${id}`])
    const [finding] = findings('consumer.properties', consumer(heartbeat), { kafkaVersion: '2.8' })
    expect(finding && say(finding.message)).toContain('session.timeout.ms 10,000 (default in Kafka 2.8)')
  })

  it('compares with the default heartbeat and stands at the session then', () => {
    expect(inConsumer('session.timeout.ms=8999')).toEqual([`3:${id}`])
    expect(inConsumer('session.timeout.ms=9000')).toEqual([])
  })

  it('knows that a Connect worker has a session of 10 seconds in every release', () => {
    const worker = ['bootstrap.servers=kafka:9092', 'group.id=connect', 'heartbeat.interval.ms=4000']
    expect(found('connect-distributed.properties', worker, { kafkaVersion: '4.3' })).toEqual([`3:${id}`])
    expect(found('worker.properties', worker, { role: 'connect' })).toEqual([`3:${id}`])
    expect(
      found('connect-distributed.properties', [
        'bootstrap.servers=k:9092',
        'consumer.heartbeat.interval.ms=4000',
      ]),
    ).toEqual([])
  })

  it('is silent where the protocol of the group leaves both to the broker', () => {
    for (const protocol of ['consumer', 'CONSUMER', 'streams', '${PROTOCOL}', 'konsumer'])
      expect(
        inConsumer([`group.protocol=${protocol}`, ...tooRare]).filter((line) => line.endsWith(id)),
      ).toEqual([])
    expect(inConsumer(['group.protocol=classic', ...tooRare])).toEqual([`5:${id}`])
  })

  it('is silent where either value cannot be told', () => {
    for (const value of [
      '${X}',
      '${X:5000}',
      '$HEARTBEAT',
      '{{ heartbeat }}',
      '%HEARTBEAT%',
      '<ms>',
      '***',
      '@ms@',
    ])
      expect(inConsumer(['session.timeout.ms=10000', `heartbeat.interval.ms=${value}`])).toEqual([])
    expect(inConsumer(['session.timeout.ms=${SESSION}', 'heartbeat.interval.ms=5000'])).toEqual([])
    expect(inConsumer(['session.timeout.ms=10s', 'heartbeat.interval.ms=5000'])).toEqual([
      '3:invalid-value-type',
    ])
  })

  it('takes the last of two values', () => {
    expect(inConsumer([...tooRare, 'heartbeat.interval.ms=3000'])).toEqual(['5:duplicate-key'])
    expect(inConsumer(['heartbeat.interval.ms=1', ...tooRare])).toEqual(['5:duplicate-key', `5:${id}`])
  })

  it('leaves a connector that has a heartbeat of its own alone', () => {
    const connector = [
      'name=inventory',
      'connector.class=io.debezium.connector.mysql.MySqlConnector',
      ...tooRare,
    ]
    expect(found('register.properties', connector)).toEqual([])
    expect(found('connect-inventory.properties', connector)).toEqual([])
    const overridden = [...connector.slice(0, 2), ...tooRare.map((line) => `consumer.override.${line}`)]
    expect(found('connect-inventory.properties', overridden)).toEqual([`4:${id}`])
  })

  it('looks at clients alone', () => {
    expect(found('producer.properties', ['bootstrap.servers=k:9092', ...tooRare])).toEqual([
      '2:wrong-client-key',
      '3:wrong-client-key',
    ])
    expect(found('server.properties', ['node.id=1', ...tooRare])).toEqual([])
    expect(found('client.properties', ['bootstrap.servers=k:9092', ...tooRare])).toEqual([`3:${id}`])
  })

  it('joins what Streams hands to its consumers', () => {
    const head = ['application.id=app', 'bootstrap.servers=k:9092']
    expect(found('streams.properties', [...head, ...tooRare])).toEqual([`4:${id}`])
    expect(
      found('streams.properties', [
        ...head,
        'consumer.session.timeout.ms=6000',
        'heartbeat.interval.ms=3000',
      ]),
    ).toEqual([`4:${id}`])
    expect(found('streams.properties', [...head, ...tooRare, 'consumer.session.timeout.ms=30000'])).toEqual(
      [],
    )
    expect(
      found('streams.properties', [
        ...head,
        'consumer.session.timeout.ms=6000',
        'main.consumer.session.timeout.ms=30000',
      ]),
    ).toEqual([])
    expect(
      found('streams.properties', [...head, ...tooRare.map((line) => `restore.consumer.${line}`)]),
    ).toEqual([])
    expect(found('streams.properties', [...head, 'group.protocol=streams', ...tooRare])).toEqual([])
  })

  it('compares with the defaults of librdkafka', () => {
    const client = ['bootstrap.servers=k:9092', 'sasl.username=me', 'session.timeout.ms=6000']
    expect(found('client.properties', client)).toEqual([`3:${id}`])
    const heartbeat = ['bootstrap.servers=k:9092', 'sasl.username=me', 'heartbeat.interval.ms=14000']
    expect(found('client.properties', heartbeat, { kafkaVersion: '2.8' })).toEqual([])
  })

  it('is mended by a third or by a longer session', () => {
    const text = consumer(tooRare)
    const [finding] = findings('consumer.properties', text)
    expect(titles(finding)).toEqual(['Set heartbeat.interval.ms to 3333', 'Set session.timeout.ms to 15000'])
    for (const fix of finding?.fixes ?? []) {
      expect(fix.safe).toBe(false)
      expect(findings('consumer.properties', applied(text, fix))).toEqual([])
    }
  })

  it('adds the partner where it is not written', () => {
    for (const end of ['', '\n', '\r\n']) {
      const text = consumer('session.timeout.ms=6000') + end
      const [finding] = findings('consumer.properties', text)
      expect(titles(finding)).toEqual(['Add heartbeat.interval.ms=2000', 'Set session.timeout.ms to 9000'])
      const mended = applied(text, finding?.fixes[0])
      expect(mended).toContain('heartbeat.interval.ms=2000')
      expect(findings('consumer.properties', mended)).toEqual([])
    }
  })
})
