import { describe, expect, it } from 'vitest'
import { found } from './linting'
import { documentOf } from './readers/structured'
import { structuredSamples } from './samples-structured'

describe('what people ship', () => {
  it.each(structuredSamples.map((sample) => [sample.what, sample] as const))(
    '%s: read, and no finding',
    (_, { file, text, settings }) => {
      expect(found(file, text)).toEqual([])
      const blocks = documentOf(file, text)?.blocks ?? []
      const kafka = blocks.filter(({ role, prefix }) => role !== 'other' || prefix === 'KSQL_')
      expect(kafka.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(settings)
    },
  )
})
