import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, inConsumer, say, titles, type Options } from '../../linting'

const id = 'invalid-enum-value'

function inBroker(line: string, options: Options = {}): string[] {
  return found('server.properties', ['node.id=1', line], options)
}

function inStreams(line: string, options: Options = {}): string[] {
  return found('streams.properties', ['application.id=a', line], options)
}

describe(id, () => {
  it.each([
    ['auto.offset.reset=smallest', [`3:${id}`]],
    ['auto.offset.reset=LATEST', [`3:${id}`]],
    ['auto.offset.reset=earliest', []],
    ['auto.offset.reset= earliest ', []],
    ['auto.offset.reset=', [`3:${id}`]],
    ['auto.offset.reset=${RESET}', []],
    ['isolation.level=READ_COMMITTED', [`3:${id}`]],
    ['group.protocol=Consumer', []],
    ['group.protocol=new', [`3:${id}`]],
    ['security.protocol=sasl_ssl', []],
    ['security.protocol=SASL-SSL', [`3:${id}`]],
    ['metadata.recovery.strategy=Rebootstrap', []],
    ['metrics.recording.level=info', [`3:${id}`]],
    ['partition.assignment.strategy=a.Range', []],
  ])('%s: %j', (line, expected) => {
    expect(inConsumer(line)).toEqual(expected)
  })

  it.each([
    ['all', []],
    ['-1', []],
    ['0', []],
    ['1', []],
    ['2', [`2:${id}`]],
    ['ALL', [`2:${id}`]],
  ])('acks=%s: %j', (acks, expected) => {
    const all = found('producer.properties', ['bootstrap.servers=k:9092', `acks=${acks}`])
    expect(all.filter((one) => one.endsWith(id))).toEqual(expected)
  })

  it('knows by_duration from 4.0 on, with a duration behind it', () => {
    const reset = (duration: string, kafkaVersion: string) =>
      inConsumer(`auto.offset.reset=by_duration:${duration}`, { kafkaVersion })
    for (const duration of ['PT1H', 'P1D', 'P1DT2H3M4.5S', 'PT0S', 'pt1h'])
      expect(reset(duration, '4.0')).toEqual([])
    for (const duration of ['', 'P', 'PT', '1h', '-PT1H', 'PnDTnHnMn.nS'])
      expect(reset(duration, '4.0')).toEqual([`3:${id}`])
    expect(reset('PT1H', '3.9')).toEqual([`3:${id}`])
    const [finding] = findings('consumer.properties', consumer('auto.offset.reset=by_duration:PT1H'), {
      kafkaVersion: '3.9',
    })
    expect(finding && say(finding.message)).toBe(
      'auto.offset.reset is "by_duration:PT1H", which Kafka accepts from 4.0 on; Kafka 3.9 refuses this configuration.',
    )
  })

  it('keeps the words that older releases took', () => {
    expect(inConsumer('client.dns.lookup=default', { kafkaVersion: '2.8' })).toEqual([])
    expect(inConsumer('client.dns.lookup=default', { kafkaVersion: '3.0' })).toEqual([`3:${id}`])
    expect(inStreams('processing.guarantee=exactly_once', { kafkaVersion: '2.8' })).toEqual([])
    // From 3.0 on a rule of its own has the last word on them.
    const gone = ['2:streams-eos-v1-removed']
    expect(inStreams('processing.guarantee=exactly_once_beta', { kafkaVersion: '4.0' })).toEqual(gone)
    expect(inStreams('upgrade.from=2.3', { kafkaVersion: '3.9' })).toEqual([])
    expect(inStreams('upgrade.from=2.3', { kafkaVersion: '4.0' })).toEqual([`2:${id}`])
    expect(inConsumer('isolation.level=snapshot', { kafkaVersion: '2.0' })).toEqual([`3:${id}`])
  })

  it('looks at each element of a list', () => {
    expect(inBroker('process.roles=broker, controller')).toEqual(['2:quorum-config-missing'])
    expect(inBroker('process.roles=broker,controler')).toEqual([`2:${id}`])
    expect(inBroker('log.cleanup.policy=compact,delete')).toEqual([])
    expect(inBroker('log.cleanup.policy=')).toEqual([])
    expect(inStreams('topology.optimization=reuse.ktable.source.topics, merge.repartition.topics')).toEqual(
      [],
    )
    expect(inStreams('topology.optimization=all,more')).toEqual([`2:${id}`])
  })

  it('takes any metadata version, and prose for no list', () => {
    for (const version of ['3.9', '3.9-IV0', '2.8', '0.11.0-IV2'])
      expect(inBroker(`inter.broker.protocol.version=${version}`, { kafkaVersion: '3.9' })).toEqual([])
    expect(inBroker('inter.broker.protocol.version=three', { kafkaVersion: '3.9' })).toEqual([`2:${id}`])
    expect(
      found('connect-distributed.properties', [
        'bootstrap.servers=k:9092',
        'listeners=http://:8083',
        'connect.protocol=SESSIONED',
      ]),
    ).toEqual([])
  })

  it.each([
    ['auto.offset.reset=smallest', 'Set auto.offset.reset to earliest', false],
    ['auto.offset.reset=LATEST', 'Set auto.offset.reset to latest', true],
    ['security.protocol=SASL-SSL', 'Set security.protocol to SASL_SSL', false],
    ['isolation.level=read-committed', 'Set isolation.level to read_committed', false],
  ])('%s: %s', (line, title, safe) => {
    const text = consumer(line)
    const [finding] = findings('consumer.properties', text)
    expect(titles(finding)).toEqual([title])
    expect(finding?.fixes[0]?.safe).toBe(safe)
    expect(findings('consumer.properties', applied(text, finding?.fixes[0]))).toEqual([])
  })

  it('mends one element and leaves the others', () => {
    const lines = 'node.id=1\nprocess.roles=broker,Controller'
    const [finding] = findings('server.properties', lines)
    expect(applied(lines, finding?.fixes[0])).toBe('node.id=1\nprocess.roles=broker,controller')
  })

  it('names the choices, and that case counts', () => {
    const message = (line: string) => {
      const [finding] = findings('producer.properties', ['bootstrap.servers=k:9092', line])
      return finding && say(finding.message)
    }
    expect(message('acks=2')).toBe(
      'acks is "2", but Kafka accepts only all, -1, 0, 1: it refuses this configuration.',
    )
    expect(message('compression.type=GZIP')).toContain('tells upper from lower case')
  })

  it('leaves librdkafka its own words', () => {
    const text = ['bootstrap.servers=k:9092', 'sasl.username=a', 'auto.offset.reset=smallest', 'acks=2']
    expect(found('client.properties', text)).toEqual([])
  })
})
