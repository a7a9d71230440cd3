import { KnownKeys } from '../../../../src/lint/catalogue/known-keys'
import type { Block, LintDocument } from '../../../../src/lint/document'
import { codeReaders } from '../../../../src/lint/readers/code/index'

const known = new KnownKeys()

/** What the reader of that file name makes of a text; null where it is not Kafka's. */
export function documentOf(fileName: string, text: string): LintDocument | null {
  const reader = codeReaders.find((candidate) => candidate.accepts(fileName, null))
  if (reader === undefined) throw new Error(`no reader takes ${fileName}`)
  return reader.read({ fileName, languageId: null, text }, null, known)
}

export function blocksOf(fileName: string, text: string): readonly Block[] {
  return documentOf(fileName, text)?.blocks ?? []
}

/** Key and value of every setting, in the order of the blocks. */
export function entriesOf(fileName: string, text: string): (readonly [string, string | null])[] {
  return blocksOf(fileName, text).flatMap(({ entries }) =>
    entries.map(({ key, value }) => [key, value] as const),
  )
}
