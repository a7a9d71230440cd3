import { describe, expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'

const serializer = 'value.deserializer=io.example.OrderDeserializer'

cases('dialect-mismatch', {
  file: 'consumer.properties',
  fires: [
    [`${serializer}\nsasl.username=me\nsasl.mechanisms=PLAIN`, ['sasl.username', 'sasl.mechanisms']],
    [`statistics.interval.ms=5000\n${serializer}`, 'statistics.interval.ms'],
  ],
  silent: ['sasl.username=me\nsasl.mechanisms=PLAIN', serializer, 'statistics.interval.ms=5000'],
  says: [
    [
      `${serializer}\nsasl.username=me`,
      'sasl.username is a key of librdkafka; the Java clients ignore it.',
      'warning',
    ],
    [
      `${serializer}\nsasl.mechanisms=PLAIN`,
      'sasl.mechanisms is a key of librdkafka; the Java clients ignore it and call it sasl.mechanism.',
      'warning',
    ],
  ],
  fixes: [
    [`${serializer}\nsasl.mechanisms=PLAIN`, ['Rename to sasl.mechanism']],
    [`${serializer}\nsasl.mechanisms=PLAIN\nsasl.mechanism=PLAIN`, ['Delete sasl.mechanisms']],
  ],
})

describe('in a program', () => {
  it('reports Java keys that are given to librdkafka', () => {
    const lines = ['sasl.mechanisms=PLAIN', 'sasl.jaas.config=a.B required;', 'key.deserializer=a.B']
    expect(handmadeFound([{ role: 'consumer', dialect: 'librdkafka', lines }], {}, true)).toEqual([
      'dialect-mismatch sasl.jaas.config',
      'dialect-mismatch key.deserializer',
    ])
  })

  it('reports librdkafka keys that are given to Java, without a Java key beside them', () => {
    const block = { role: 'consumer', lines: ['statistics.interval.ms=5000'] } as const
    expect(handmadeFound([block], {}, true)).toEqual(['dialect-mismatch statistics.interval.ms'])
    expect(handmadeFound([block], {}, false)).toEqual([])
  })
})
