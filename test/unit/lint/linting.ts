import {
  applyEdits,
  createLineIndex,
  createLinter,
  type Finding,
  type Fix,
  type LintInput,
} from '../../../src/lint/index'
import { codeReaders } from '../../../src/lint/readers/code/index'
import { structuredReaders } from '../../../src/lint/readers/structured'
import { englishFormat, sayWith, type Text } from '../../../src/model/text'
import { lintTexts } from '../../../src/model/texts/lint'

/** With all readers, as the built file has them. */
export const linter = createLinter([...structuredReaders, ...codeReaders])
const sayText = sayWith(lintTexts, englishFormat('UTC'))

export function say(text: Text): string {
  return sayText(text)
}

export type Options = Omit<LintInput, 'fileName' | 'text'>

/** Without what is said of comments that keep nothing back. */
export const commentsAside = { severities: { 'unused-suppression': 'off' } } as const satisfies Options

export function findings(
  fileName: string,
  lines: string | readonly string[],
  options: Options = {},
): Finding[] {
  return linter.lint({ fileName, text: typeof lines === 'string' ? lines : lines.join('\n'), ...options })
}

/** `line:rule` of every finding, lines from 1. */
export function found(fileName: string, lines: string | readonly string[], options: Options = {}): string[] {
  const text = typeof lines === 'string' ? lines : lines.join('\n')
  const index = createLineIndex(text)
  return findings(fileName, text, options).map(
    (finding) => `${index.positionAt(finding.range.start).line + 1}:${finding.rule}`,
  )
}

/** A consumer's file with these settings in it, from line 3. */
export function inConsumer(settings: string | readonly string[], options: Options = {}): string[] {
  return found('consumer.properties', consumer(settings), options)
}

export function consumer(settings: string | readonly string[]): string {
  return ['bootstrap.servers=kafka:9092', 'group.id=orders', ...[settings].flat()].join('\n')
}

export function titles(finding: Finding | undefined): string[] {
  return (finding?.fixes ?? []).map((fix) => say(fix.title))
}

export function applied(text: string, fix: Fix | undefined): string {
  return applyEdits(text, fix?.edits ?? [])
}
