import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, inConsumer, say, titles } from '../../linting'

const id = 'misspelled-key'

function meant(key: string, fileName = 'consumer.properties'): string[] {
  const [finding] = findings(fileName, consumer(`${key}=1`)).filter(({ rule }) => rule === id)
  return titles(finding).map((title) => title.replace('Rename to ', ''))
}

describe(id, () => {
  it.each([
    ['hearbeat.interval.ms', 'heartbeat.interval.ms'],
    ['augo.offset.reset', 'auto.offset.reset'],
    ['max.partiton.fetch.bytes', 'max.partition.fetch.bytes'],
    ['fetch.max.wait.mx', 'fetch.max.wait.ms'],
    ['auto.enable.commit', 'enable.auto.commit'],
    ['max.poll.timeout.ms', 'max.poll.interval.ms'],
    ['bootstrap.server', 'bootstrap.servers'],
    ['sesison.timeout.ms', 'session.timeout.ms'],
    ['group-id', 'group.id'],
  ])('%s was meant to be %s', (written, expected) => {
    expect(meant(written)).toEqual([expected])
  })

  it('says so, at the key', () => {
    const [finding] = findings('consumer.properties', consumer('hearbeat.interval.ms=3000'))
    expect(finding).toMatchObject({ rule: id, severity: 'warning', key: 'hearbeat.interval.ms' })
    expect(finding && say(finding.message)).toBe(
      'Kafka does not know hearbeat.interval.ms; did you mean heartbeat.interval.ms? Kafka ignores an unknown key, so the setting has no effect.',
    )
  })

  it('keeps to two edits and to names of eight letters', () => {
    expect(meant('hearbet.interval.ms')).toEqual(['heartbeat.interval.ms'])
    expect(meant('hearbt.interval.ms')).toEqual([])
    expect(meant('grup.id')).toEqual([])
    expect(meant('group.ids')).toEqual(['group.id'])
    expect(meant('akcs')).toEqual([])
  })

  it('never proposes the end of the name that is written', () => {
    expect(meant('a.group.id')).toEqual([])
    expect(meant('my.session.timeout.ms')).toEqual([])
  })

  it.each([
    'schema.registry.url',
    'basic.auth.user.info',
    'specific.avro.reader',
    'value.subject.name.strategy',
    'spring.json.trusted.packages',
    'config.providers.file.class',
    'key.converter.schemas.enable',
    'transforms.route.type',
    'zookeeper.connect',
    'metadata.broker.list',
    'request.required.acks',
    'topic',
    'topics',
    'orders.worker.threads',
    'poll.timeout.ms',
    'batch.max.rows',
  ])('leaves %s alone', (key) => {
    expect(meant(key)).toEqual([])
  })

  it('knows names of every role and of librdkafka in any file', () => {
    for (const key of ['linger.ms', 'num.partitions', 'offset.storage.topic', 'socket.keepalive.enable'])
      expect(inConsumer(`${key}=1`)).not.toContain(`3:${id}`)
    const mixed = consumer(['sasl.mechanisms=PLAIN', 'key.deserializer=a.B'])
    expect(found('consumer.properties', mixed)).toEqual(['3:dialect-mismatch'])
  })

  it('looks behind the prefixes of clients', () => {
    const head = ['application.id=app', 'bootstrap.servers=k:9092']
    expect(
      found('streams.properties', [...head, 'consumer.sesion.timeout.ms=1', 'producer.acks=all']),
    ).toEqual([`3:${id}`])
    const text = ['bootstrap.servers=k:9092', 'consumer.sesion.timeout.ms=1', 'consumer.threads=4'].join('\n')
    const [finding, ...rest] = findings('client.properties', text)
    expect(rest).toEqual([])
    expect(titles(finding)).toEqual(['Rename to consumer.session.timeout.ms'])
    expect(applied(text, finding?.fixes[0])).toContain('\nconsumer.session.timeout.ms=1\n')
  })

  it('proposes only settings of the framework in the file of a connector', () => {
    const connector = ['connector.class=a.B', 'errors.tolerence=all', 'connections.max.idle.msx=1']
    expect(found('sink.properties', connector)).toEqual([`2:${id}`])
  })

  it('is an error for librdkafka, which refuses the key', () => {
    const text = ['bootstrap.servers=k:9092', 'sasl.username=me', 'statistics.interval.msec=1'].join('\n')
    const [finding] = findings('client.properties', text)
    expect(finding).toMatchObject({ rule: id, severity: 'error' })
    expect(finding && say(finding.message)).toContain('refuses to start')
    const [lowered] = findings('client.properties', text, { severities: { [id]: 'info' } })
    expect(lowered?.severity).toBe('info')
  })

  it('may be renamed unseen only where one name fits and is not there yet', () => {
    const fixOf = (text: string) =>
      findings('consumer.properties', text).find(({ rule }) => rule === id)?.fixes[0]
    expect(fixOf(consumer('sesion.timeout.ms=1'))).toMatchObject({ safe: true, preferred: true })
    expect(fixOf(consumer(['sesion.timeout.ms=1', 'session.timeout.ms=30000']))).toMatchObject({
      safe: false,
    })
  })

  it('hides the key from the other rules', () => {
    expect(inConsumer(['sesion.timeout.ms=1', 'sesion.timeout.ms=1'])).toEqual([`3:${id}`, `4:${id}`])
  })

  it('changes the key alone, also where it is written with escapes', () => {
    const text = consumer('sesion\\.timeout\\\n   .ms : 1')
    const [finding] = findings('consumer.properties', text)
    expect(applied(text, finding?.fixes[0])).toBe(consumer('session.timeout.ms : 1'))
  })
})
