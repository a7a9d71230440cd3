import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, inConsumer, say, titles } from '../../linting'

const id = 'duplicate-key'

describe(id, () => {
  it('reports the later line and points at the earlier one', () => {
    const text = consumer(['max.poll.records=1', '', 'max.poll.records=2'])
    expect(found('consumer.properties', text)).toEqual([`5:${id}`])
    const [finding] = findings('consumer.properties', text)
    expect(finding?.severity).toBe('warning')
    expect(finding?.related).toHaveLength(1)
    expect(finding?.related[0]?.range.start).toBe(text.indexOf('max.poll.records'))
    expect(finding && say(finding.message)).toBe(
      'max.poll.records is set twice: the last one wins and the earlier value is silently dropped.',
    )
  })

  it('compares what is meant, not how it is written', () => {
    expect(inConsumer(['fetch.min.bytes=1', 'fetch\\.min.bytes : 2'])).toEqual([`4:${id}`])
    expect(inConsumer(['fetch.min.bytes=1', '#fetch.min.bytes=2'])).toEqual([])
    expect(inConsumer(['app.Name=1', 'app.name=2'])).toEqual([])
  })

  it('takes keys nobody knows too', () => {
    expect(inConsumer(['my.own.key=1', 'my.own.key=1'])).toEqual([`4:${id}`])
  })

  it('does not confuse blocks', () => {
    const lines = [
      'application.id=a',
      'bootstrap.servers=k:9092',
      'retries=11',
      'producer.retries=12',
      'consumer.client.id=a',
      'client.id=b',
    ]
    expect(found('streams.properties', lines)).toEqual([])
    expect(found('streams.properties', [...lines, 'producer.retries=13'])).toEqual([`7:${id}`])
  })

  it('leaves profiles of a framework apart', () => {
    expect(inConsumer(['%dev.kafka.client.id=1', '%prod.kafka.client.id=2'])).toEqual([])
  })

  it('deletes the earlier line with everything it spans', () => {
    const text = consumer(['client.id=a,\\', '  b', 'fetch.min.bytes=1', 'client.id=c'])
    const [finding] = findings('consumer.properties', text)
    expect(titles(finding)).toEqual(['Delete the earlier client.id'])
    expect(applied(text, finding?.fixes[0])).toBe(consumer(['fetch.min.bytes=1', 'client.id=c']))
  })

  it('names each repetition once', () => {
    const text = consumer(['client.id=a', 'client.id=b', 'client.id=c'])
    expect(found('consumer.properties', text)).toEqual([`4:${id}`, `5:${id}`])
    const fixes = findings('consumer.properties', text).flatMap((finding) => finding.fixes)
    expect(fixes.reduceRight((mended, fix) => applied(mended, fix), text)).toBe(consumer('client.id=c'))
  })
})
