import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, inConsumer, say, titles } from '../../linting'

const id = 'value-out-of-range'

describe(id, () => {
  it.each([
    ['max.poll.records=0', [`3:${id}`]],
    ['max.poll.records=1', []],
    ['fetch.min.bytes=-1', [`3:${id}`]],
    ['fetch.min.bytes=0', []],
    ['receive.buffer.bytes=-1', []],
    ['receive.buffer.bytes=-2', [`3:${id}`]],
    ['session.timeout.ms=-1', ['3:heartbeat-not-below-session']],
    ['heartbeat.interval.ms=0', []],
    ['sasl.login.refresh.window.factor=1.0', []],
    ['sasl.login.refresh.window.factor=1.01', [`3:${id}`]],
    ['sasl.login.refresh.window.factor=0.49', [`3:${id}`]],
    ['sasl.login.refresh.buffer.seconds=3600', []],
    ['sasl.login.refresh.buffer.seconds=3601', [`3:${id}`]],
    ['max.poll.records=${N}', []],
  ])('%s: %j', (line, expected) => {
    expect(inConsumer(line)).toEqual(expected)
  })

  it.each([
    ['compression.gzip.level=0', [`2:${id}`]],
    ['compression.gzip.level=-1', []],
    ['compression.gzip.level=9', []],
    ['compression.gzip.level=10', [`2:${id}`]],
    ['compression.zstd.level=22', []],
    ['compression.zstd.level=30', [`2:${id}`]],
    ['metadata.max.idle.ms=4999', [`2:${id}`]],
    ['linger.ms=-1', [`2:${id}`]],
  ])('of a producer, %s: %j', (line, expected) => {
    const all = found('producer.properties', ['bootstrap.servers=k:9092', line])
    expect(all.filter((one) => one.endsWith(id))).toEqual(expected)
  })

  it('knows the minimum of segments by release', () => {
    const broker = (bytes: number, kafkaVersion?: string) =>
      found('server.properties', ['node.id=1', `log.segment.bytes=${bytes}`], {
        kafkaVersion: kafkaVersion ?? null,
      })
    expect(broker(1048575)).toEqual([`2:${id}`])
    expect(broker(1048576)).toEqual([])
    expect(broker(1048575, '3.9')).toEqual([])
    expect(broker(13, '3.9')).toEqual([`2:${id}`])
    const topic = (kafkaVersion: string) =>
      found('t.properties', 'segment.bytes=1000', { role: 'topic', kafkaVersion })
    expect(topic('4.0')).toEqual([`1:${id}`])
    expect(topic('3.9')).toEqual([])
    const [finding] = findings('server.properties', ['node.id=1', 'log.segment.bytes=1000'])
    expect(finding && say(finding.message)).toBe(
      'log.segment.bytes 1,000 is below 1,048,576, the smallest value since Kafka 4.0: it refuses this configuration.',
    )
  })

  it('holds a range only from the release that has it', () => {
    const broker = (kafkaVersion: string) =>
      found('server.properties', ['node.id=1', 'num.replica.fetchers=0'], { kafkaVersion })
    expect(broker('4.2')).toEqual([`2:${id}`])
    expect(broker('4.1')).toEqual([])
  })

  it('reads ranges that Connect says in words', () => {
    const worker = (line: string) =>
      found('connect-distributed.properties', ['bootstrap.servers=k:9092', line])
    expect(worker('offset.storage.partitions=0')).toEqual([`2:${id}`])
    expect(worker('offset.storage.partitions=-1')).toEqual([])
    expect(worker('config.storage.replication.factor=0')).toEqual([`2:${id}`])
    expect(worker('config.storage.replication.factor=3')).toEqual([])
  })

  it('gives the bound and offers it', () => {
    const text = consumer('max.poll.records=0')
    const [finding] = findings('consumer.properties', text)
    expect(finding && say(finding.message)).toBe(
      'max.poll.records 0 is below 1, the smallest value that Kafka accepts: it refuses this configuration.',
    )
    expect(titles(finding)).toEqual(['Set max.poll.records to 1'])
    expect(finding?.fixes[0]?.safe).toBe(false)
    expect(applied(text, finding?.fixes[0])).toBe(consumer('max.poll.records=1'))
    const [above] = findings('producer.properties', ['bootstrap.servers=k:9092', 'compression.lz4.level=99'])
    expect(above && say(above.message)).toContain('is above 17, the largest value')
    expect(titles(above)).toEqual(['Set compression.lz4.level to 17'])
  })

  it('is not asked of a librdkafka client', () => {
    expect(
      found('client.properties', ['bootstrap.servers=k:9092', 'sasl.username=a', 'fetch.min.bytes=-5']),
    ).toEqual([])
  })
})
