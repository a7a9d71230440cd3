import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LintInput } from '../../../src/lint/index'
import { RuleSet } from '../../../src/lint/rule-set'
import { askEverywhere, documentOf } from './everywhere'
import { examplesOf } from './examples'
import { samples } from './samples'
import { structuredSamples } from './samples-structured'

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const examples = pages.flatMap((name): (readonly [string, LintInput])[] =>
  examplesOf(readFileSync(new URL(name, folder), 'utf8')).flatMap(({ files, version, snapshot }) =>
    files.map((file) => [name, { ...file, kafkaVersion: version, snapshot, preset: 'strict' }] as const),
  ),
)
const shipped = [
  ...samples.map(({ file, lines }) => [file, lines.join('\n')] as const),
  ...structuredSamples.map(({ file, text }) => [file, text] as const),
].map(([file, text]) => [file, { fileName: file, text, preset: 'strict' }] as const)

/** A file, and what is left of it when any one line goes, or when one alone stays. */
function partsOf(input: LintInput): LintInput[] {
  if (!input.fileName.endsWith('.properties')) return [input]
  const lines = input.text.split('\n')
  return [
    input,
    ...lines.map((_, gone) => ({ ...input, text: lines.filter((_line, at) => at !== gone).join('\n') })),
    ...lines.map((line) => ({ ...input, text: `bootstrap.servers=kafka:9092\n${line}` })),
  ]
}

describe('rules are asked where one of their keys is written', () => {
  it.each<readonly [string, LintInput]>([...examples, ...shipped])(
    '%s: elsewhere they would say nothing',
    (_, input) => {
      partsOf(input).forEach(askEverywhere)
    },
  )

  it('and every example of the rules is read', () => {
    expect(examples.filter(([, input]) => documentOf(input) === null).map(([name]) => name)).toEqual([])
  })
})

describe('a set of rules', () => {
  it('holds what is added, in order', () => {
    const set = new RuleSet([119, 0, 30])
    set.addAll(new RuleSet([29, 59, 60]))
    set.delete(30)
    const places: number[] = []
    for (let place = set.next(0); place >= 0; place = set.next(place + 1)) places.push(place)
    expect(places).toEqual([0, 29, 59, 60, 119])
    expect([0, 29, 30, 119, 500].map((place) => set.has(place))).toEqual([true, true, false, true, false])
    expect(new RuleSet().next(0)).toBe(-1)
    expect(set.next(120)).toBe(-1)
  })
})
