import { expect } from 'vitest'
import { KnownKeys } from '../../../src/lint/catalogue/known-keys'
import type { LintDocument } from '../../../src/lint/document'
import type { LintInput } from '../../../src/lint/index'
import { findingsOf, judge, ordered } from '../../../src/lint/judge'
import { codeReaders } from '../../../src/lint/readers/code/index'
import { readers } from '../../../src/lint/readers/registry'
import { structuredReaders } from '../../../src/lint/readers/structured'
import { Schedule } from '../../../src/lint/schedule'

const known = new KnownKeys()
const scheduled = new Schedule(ordered, known)
const everywhere = new Schedule(
  ordered.map(({ lines: _lines, ...rule }) => ({ ...rule, keys: null })),
  known,
)

export function documentOf({ fileName, text, role = null }: LintInput): LintDocument | null {
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

/** Asks every rule of the file's blocks also where none of its keys is written: it must say nothing there. */
export function askEverywhere(input: LintInput): void {
  const document = documentOf(input)
  if (document === null) return
  const asked = findings(document, input, scheduled)
  const all = findings(document, input, everywhere)
  // What a client takes from its parent is judged with the client; asked everywhere, rules judge it there too.
  if (document.blocks.every(({ parent }) => parent === null)) expect(asked).toEqual(all)
  else expect(all).toEqual(expect.arrayContaining(asked))
}
