import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { KnownKeys } from '../../../src/lint/catalogue/known-keys'
import type { LintDocument } from '../../../src/lint/document'
import type { LintInput } from '../../../src/lint/index'
import { findingsOf, judge, ordered } from '../../../src/lint/judge'
import { codeReaders } from '../../../src/lint/readers/code/index'
import { readers } from '../../../src/lint/readers/registry'
import { structuredReaders } from '../../../src/lint/readers/structured'
import { RuleSet } from '../../../src/lint/rule-set'
import { Schedule } from '../../../src/lint/schedule'
import { examplesOf } from './examples'
import { samples } from './samples'
import { structuredSamples } from './samples-structured'

const known = new KnownKeys()
const scheduled = new Schedule(ordered, known)
const everywhere = new Schedule(
  ordered.map(({ lines: _lines, ...rule }) => ({ ...rule, keys: null })),
  known,
)

function documentOf({ fileName, text, role = null }: LintInput): LintDocument | null {
  const file = { fileName, languageId: null, text }
  for (const reader of [...structuredReaders, ...codeReaders, ...readers]) {
    const document = reader.accepts(fileName, null) ? reader.read(file, role, known) : null
    if (document !== null) return document
  }
  return null
}

/** What is found, as texts that can be compared. */
function findings(document: LintDocument, input: LintInput, schedule: Schedule): string[] {
  const [found = []] = findingsOf([judge(document, input, schedule)])
  return found.map((finding) =>
    JSON.stringify(finding, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  )
}

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

describe('rules are asked where one of their keys is written', () => {
  it.each<readonly [string, LintInput]>([...examples, ...shipped])(
    '%s: elsewhere they would say nothing',
    (_, input) => {
      const document = documentOf(input)
      if (document === null) return
      const asked = findings(document, input, scheduled)
      const all = findings(document, input, everywhere)
      // What a client takes from its parent is judged with the client; asked everywhere, rules judge it there too.
      if (document.blocks.every(({ parent }) => parent === null)) expect(asked).toEqual(all)
      else expect(all).toEqual(expect.arrayContaining(asked))
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
