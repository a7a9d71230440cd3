import { describe, expect, it } from 'vitest'
import { applied, consumer, findings, found, titles } from './linting'

const late = 'heartbeat.interval.ms=16000'
const fine = 'heartbeat.interval.ms=3000'
const id = 'heartbeat-above-third-of-session'

describe('a comment that switches a rule off', () => {
  it('is fine while it keeps a finding back', () => {
    const text = consumer([`# lagline-disable-next-line ${id} -- on purpose`, late])
    expect(found('consumer.properties', text)).toEqual([])
  })

  it('is about the line below also where another comment ends that one', () => {
    const yaml = [
      'spring:',
      '  kafka:',
      '    consumer:',
      `      # lagline-disable-next-line ${id} -- on purpose`,
      '      # it is slow',
      '      heartbeat-interval: 20s # seconds',
    ]
    expect(found('application.yml', yaml)).toEqual([])
    expect(found('application.yml', yaml.slice(0, 3).concat(yaml.slice(5)))).toEqual([`4:${id}`])
  })

  it('is reported at the name of the rule where that finds nothing, and goes whole', () => {
    const text = consumer([`# lagline-disable-next-line ${id} -- on purpose`, fine])
    const [finding] = findings('consumer.properties', text)
    expect(finding).toMatchObject({
      rule: 'unused-suppression',
      severity: 'hint',
      tag: 'unnecessary',
      key: null,
    })
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe(id)
    expect(titles(finding)).toEqual(['Remove the comment'])
    expect(finding?.fixes[0]).toMatchObject({ safe: true, preferred: true })
    expect(applied(text, finding?.fixes[0])).toBe(consumer(fine))
  })

  it('loses only the name that is of no use', () => {
    for (const names of [`duplicate-key, ${id}`, `${id}, duplicate-key`]) {
      const text = consumer([`# lagline-disable ${names} -- on purpose`, late])
      const [finding, ...more] = findings('consumer.properties', text)
      expect(more).toEqual([])
      expect(titles(finding)).toEqual(['Remove duplicate-key from the comment'])
      expect(applied(text, finding?.fixes[0])).toBe(consumer([`# lagline-disable ${id} -- on purpose`, late]))
    }
  })

  it('is reported where no rule has that name', () => {
    expect(found('consumer.properties', consumer(['# lagline-disable no-such-rule', fine]))).toEqual([
      '3:unused-suppression',
    ])
  })

  it('is left alone where the rule is off, or about several files', () => {
    const off = consumer([`# lagline-disable-next-line ${id}`, fine])
    expect(found('consumer.properties', off, { severities: { [id]: 'off' } })).toEqual([])
    const strict = consumer(['# lagline-disable unknown-key', fine])
    expect(found('consumer.properties', strict)).toEqual([])
    const several = consumer(['# lagline-disable static-membership-duplicate-id', fine])
    expect(found('consumer.properties', several)).toEqual([])
  })

  it('is found in code, with what else stands on its line left there', () => {
    const text = [
      'import org.apache.kafka.clients.consumer.*;',
      'class A { void a() { var p = new java.util.Properties();',
      `  int x = 1; // lagline-disable-next-line ${id}`,
      '  p.put(ConsumerConfig.GROUP_ID_CONFIG, "g");',
      '  new KafkaConsumer<String, String>(p); } }',
    ].join('\n')
    const [finding] = findings('A.java', text).filter(({ rule }) => rule === 'unused-suppression')
    expect(applied(text, finding?.fixes[0])).toContain('  int x = 1;\n  p.put')
  })

  it('is switched off by its own id', () => {
    const text = consumer([`# lagline-disable-next-line ${id}`, fine])
    expect(found('consumer.properties', text, { severities: { 'unused-suppression': 'off' } })).toEqual([])
  })
})
