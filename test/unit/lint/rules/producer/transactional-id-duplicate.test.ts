import { describe, expect, it } from 'vitest'
import { handmade, handmadeFindings } from '../../handmade'
import { linter, say } from '../../linting'

const id = 'transactional-id-duplicate'
const producer = 'bootstrap.servers=kafka-1:9092,kafka-2:9092\ntransactional.id=orders-1'

function foundIn(...texts: readonly string[]): string[][] {
  const inputs = texts.map((text, at) => ({ fileName: `producer-${at}.properties`, text }))
  return linter.lintAll(inputs).map((found) => found.map(({ rule, message }) => `${rule}: ${say(message)}`))
}

describe(id, () => {
  it('reports the second of two producers', () => {
    expect(foundIn(producer, producer)).toEqual([
      [],
      [
        `${id}: transactional.id orders-1 is also in producer-0.properties: each of the two producers fences the other.`,
      ],
    ])
  })

  it('leaves other ids, other clusters and ids that cannot be told alone', () => {
    expect(
      foundIn(producer, producer.replace('orders-1', 'orders-2'), producer.replaceAll('kafka-', 'test-')),
    ).toEqual([[], [], []])
    const placeholder = producer.replace('orders-1', 'orders-${HOSTNAME}')
    expect(foundIn(placeholder, placeholder)).toEqual([[], []])
    expect(foundIn(producer)).toEqual([[]])
  })

  it('reports one id for several instances', () => {
    const of = (replicas: number) =>
      handmadeFindings(handmade([{ role: 'producer', lines: ['transactional.id=a'], replicas }])).map(
        ({ message }) => say(message),
      )
    expect(of(1)).toEqual([])
    expect(of(2)).toEqual(['2 instances would share transactional.id a: each fences the one before it.'])
  })

  it('counts what two clients take from one line as one', () => {
    const blocks = [
      { role: 'client', lines: ['transactional.id=a'] },
      { role: 'producer', lines: ['acks=all'], parent: 0 },
    ] as const
    expect(handmadeFindings(handmade(blocks))).toEqual([])
  })
})
