import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, inConsumer, say, titles } from '../../linting'

const id = 'heartbeat-not-below-session'

describe(id, () => {
  it('reports a heartbeat that is not below the session, and not its ratio as well', () => {
    expect(inConsumer(['session.timeout.ms=10000', 'heartbeat.interval.ms=10000'])).toEqual([`4:${id}`])
    expect(inConsumer(['session.timeout.ms=10000', 'heartbeat.interval.ms=10001'])).toEqual([`4:${id}`])
    expect(inConsumer(['session.timeout.ms=10000', 'heartbeat.interval.ms=9999'])).toEqual([
      '4:heartbeat-above-third-of-session',
    ])
  })

  it('says what happens', () => {
    const [finding] = findings('consumer.properties', consumer('heartbeat.interval.ms=60000'))
    expect(finding).toMatchObject({ rule: id, severity: 'error', key: 'heartbeat.interval.ms' })
    expect(finding && say(finding.message)).toBe(
      'heartbeat.interval.ms 60,000 is not below session.timeout.ms 45,000 (default in Kafka 4.3): the Java client refuses to start.',
    )
  })

  it('compares with the default of the release', () => {
    expect(inConsumer('heartbeat.interval.ms=20000', { kafkaVersion: '2.4' })).toEqual([`3:${id}`])
    expect(inConsumer('heartbeat.interval.ms=15000', { kafkaVersion: '3.9' })).toEqual([])
    expect(inConsumer('session.timeout.ms=3000')).toEqual([`3:${id}`])
  })

  it('is off in groups of the new protocols and for values that cannot be told', () => {
    const pair = ['session.timeout.ms=5000', 'heartbeat.interval.ms=5000']
    expect(inConsumer(['group.protocol=consumer', ...pair])).not.toContain(`5:${id}`)
    expect(inConsumer(['session.timeout.ms=${S}', 'heartbeat.interval.ms=5000'])).toEqual([])
  })

  it('says of librdkafka that the session ends, for it does not check', () => {
    const text = ['bootstrap.servers=k:9092', 'sasl.username=me', 'heartbeat.interval.ms=45000'].join('\n')
    expect(found('client.properties', text)).toEqual([`3:${id}`])
    const [finding] = findings('client.properties', text)
    expect(finding && say(finding.message)).toBe(
      'heartbeat.interval.ms 45,000 is not below session.timeout.ms 45,000 (default in librdkafka): the session ends before the next heartbeat.',
    )
  })

  it('is mended like the ratio', () => {
    const text = consumer(['session.timeout.ms=9000', 'heartbeat.interval.ms=9000'])
    const [finding] = findings('consumer.properties', text)
    expect(titles(finding)).toEqual(['Set heartbeat.interval.ms to 3000', 'Set session.timeout.ms to 27000'])
    for (const fix of finding?.fixes ?? [])
      expect(findings('consumer.properties', applied(text, fix))).toEqual([])
    const [hopeless] = findings(
      'consumer.properties',
      consumer(['heartbeat.interval.ms=500', 'session.timeout.ms=0']),
    )
    expect(titles(hopeless)).toEqual(['Set session.timeout.ms to 1500'])
  })
})
