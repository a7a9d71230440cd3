import { KnownKeys } from '../../../../src/lint/catalogue/known-keys'
import type { Block, LintDocument } from '../../../../src/lint/document'
import { structuredReaders } from '../../../../src/lint/readers/structured'
import { applied, findings, say } from '../linting'
import { expect } from 'vitest'

const known = new KnownKeys()

/** What the first reader that finds Kafka in a file makes of it. */
export function documentOf(
  fileName: string,
  text: string,
  languageId: string | null = null,
): LintDocument | null {
  for (const reader of structuredReaders) {
    if (!reader.accepts(fileName, languageId)) continue
    const document = reader.read({ fileName, languageId, text }, null, known)
    if (document !== null) return document
  }
  return null
}

/** Lines of text without the indentation that they share. */
export function lines(text: string): string {
  const all = text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '\n')
    .split('\n')
  const indents = all.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0)
  const indent = Math.min(...indents)
  return all.map((line) => line.slice(indent)).join('\n')
}

/** `role prefix` of each block, its profile behind a `@`, and its settings as Kafka gets them. */
export function blocksOf(
  fileName: string,
  text: string,
): Record<string, Record<string, string | null>> | null {
  const document = documentOf(fileName, text)
  if (document === null) return null
  return Object.fromEntries(
    document.blocks.map((block) => [
      nameOf(block),
      Object.fromEntries(block.entries.map(({ key, value }) => [key, value])),
    ]),
  )
}

function nameOf({ role, prefix, profile }: Block): string {
  return `${role}${prefix === '' ? '' : ` ${prefix}`}${profile === null ? '' : ` @${profile}`}`
}

/** `key as written` and `value as written` of each entry. */
export function written(fileName: string, text: string): [string, string][] {
  const document = documentOf(fileName, text)
  return (document?.blocks ?? []).flatMap(({ entries }) =>
    entries.map(({ keyRange, valueRange }): [string, string] => [
      text.slice(keyRange.start, keyRange.end),
      text.slice(valueRange.start, valueRange.end),
    ]),
  )
}

/** The text after each fix of a rule, by the fix's title; each makes its finding go away. */
export function mended(fileName: string, text: string, rule: string): Record<string, string> {
  const results: Record<string, string> = {}
  const count = (of: string): number =>
    findings(fileName, of).filter((finding) => finding.rule === rule).length
  const before = count(text)
  for (const finding of findings(fileName, text)) {
    if (finding.rule !== rule) continue
    for (const fix of finding.fixes) {
      const after = applied(text, fix)
      expect(count(after), after).toBeLessThan(before)
      results[say(fix.title)] = after
    }
  }
  return results
}
