import { describe, expect, it } from 'vitest'
import { found, linter } from './linting'
import { samples } from './samples'

describe('the settings of the files that Kafka ships', () => {
  it.each(
    samples.flatMap(({ file, versions, lines }) =>
      [null, ...versions].map((version) => [file, version, lines] as const),
    ),
  )('%s, Kafka %s: no finding', (file, version, lines) => {
    const text = lines.join('\n')
    expect(found(file, text, { kafkaVersion: version })).toEqual([])
    // None of it is passed over unread, unless it is not about Kafka.
    expect(linter.mayBeKafka(file, 'properties', text)).toBe(
      !/log4j|zookeeper/.test(file) || file.startsWith('connect'),
    )
  })
})
