import { describe, expect, it } from 'vitest'
import { linter, say } from '../../linting'

const id = 'connect-override-disallowed'
const worker = 'bootstrap.servers=kafka-1:9092,kafka-2:9092\ngroup.id=connect\noffset.storage.topic=offsets'
const connector =
  'connector.class=a.B\nconsumer.override.max.poll.records=10\nconsumer.override.sasl.mechanism=PLAIN'

function foundIn(settings: string, kafkaVersion: string | null = null, overrides = connector): string[] {
  const inputs = [
    { fileName: 'connect-distributed.properties', text: `${worker}\n${settings}`, kafkaVersion },
    { fileName: 'orders-sink.properties', text: overrides, kafkaVersion },
  ]
  return linter
    .lintAll(inputs)
    .flatMap((found) => found.filter(({ rule }) => rule === id).map(({ key }) => key ?? ''))
}

describe(id, () => {
  it('reports what the policy of the worker does not allow', () => {
    expect(foundIn('connector.client.config.override.policy=None')).toEqual([
      'max.poll.records',
      'sasl.mechanism',
    ])
    expect(foundIn('connector.client.config.override.policy=Principal')).toEqual(['max.poll.records'])
    expect(foundIn('connector.client.config.override.policy=All')).toEqual([])
    expect(foundIn('connector.client.config.override.policy=${POLICY}')).toEqual([])
  })

  it('knows the default of the release', () => {
    expect(foundIn('', '2.8')).toEqual(['max.poll.records', 'sasl.mechanism'])
    expect(foundIn('', '3.0')).toEqual([])
  })

  it('needs a worker and an override', () => {
    const input = { fileName: 'orders-sink.properties', text: connector, kafkaVersion: '2.8' }
    expect(linter.lint(input).filter(({ rule }) => rule === id)).toEqual([])
    expect(foundIn('', '2.8', 'connector.class=a.B\ntasks.max=1')).toEqual([])
  })

  it('says which worker', () => {
    const inputs = [
      {
        fileName: 'etc/connect-distributed.properties',
        text: `${worker}\nconnector.client.config.override.policy=None`,
      },
      { fileName: 'orders-sink.properties', text: 'connector.class=a.B\nproducer.override.acks=all' },
    ]
    const [finding] = linter.lintAll(inputs)[1] ?? []
    expect(finding).toMatchObject({ rule: id, severity: 'warning' })
    expect(finding && say(finding.message)).toBe(
      'producer.override.acks cannot be overridden: the worker in connect-distributed.properties has connector.client.config.override.policy=None, and refuses the connector.',
    )
  })
})
