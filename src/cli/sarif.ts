import { isAbsolute, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createLineIndex,
  type Finding,
  type Fix,
  type LineIndex,
  type RuleMeta,
  type Severity,
  type TextRange,
} from '../lint/index'
import type { Say } from '../model/text'
import { hashOfLine } from './baseline'
import { lineAt, type Reported } from './output'
import type { Source } from './sources'

/** What a log says beside its results. */
export interface SarifFacts {
  readonly version: string | null
  readonly rules: readonly RuleMeta[]
  readonly workingDirectory: string
  /** The page of a rule in Markdown, null where it is not at hand. */
  page(docs: string): string | null
  readonly say: Say
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

/** How code scanning calls what is no matter of security. */
const problems = { error: 'error', warning: 'warning', note: 'recommendation' } as const

/** A log of SARIF 2.1.0 (OASIS): all rules, and for each finding its place, related places and fixes. */
export function asSarif(reported: readonly Reported[], facts: SarifFacts): string {
  const places = new Map(facts.rules.map(({ id }, index) => [id, index]))
  const fired = new Set(reported.map(({ finding }) => finding.rule))
  const lines = new Map<Source, LineIndex>()
  const linesOf = (source: Source): LineIndex => {
    const index = lines.get(source) ?? createLineIndex(source.text)
    lines.set(source, index)
    return index
  }
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Lagline',
            ...(facts.version === null ? {} : { version: facts.version, semanticVersion: facts.version }),
            rules: facts.rules.map((rule) => ruleOf(rule, fired.has(rule.id), facts)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { uri: `${pathToFileURL(facts.workingDirectory).href}/` } },
        results: reported.map((one) => resultOf(one, places, linesOf(one.source), facts)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function ruleOf(rule: RuleMeta, fired: boolean, facts: SarifFacts): object {
  const title = facts.say(rule.title)
  const markdown = fired ? facts.page(rule.docs) : null
  const level = levels[rule.severity]
  return {
    id: rule.id,
    shortDescription: { text: title },
    // Code scanning refuses a rule without it.
    fullDescription: { text: title },
    help: { text: `${title} (${rule.docs})`, ...(markdown === null ? {} : { markdown }) },
    defaultConfiguration: { level, enabled: rule.preset === 'recommended' },
    properties: { preset: rule.preset, tags: ['kafka', rule.preset], 'problem.severity': problems[level] },
  }
}

function resultOf(
  { source, finding }: Reported,
  places: ReadonlyMap<string, number>,
  lines: LineIndex,
  facts: SarifFacts,
): object {
  const artifactLocation = artifactOf(source.path, facts.workingDirectory)
  const locationOf = (range: TextRange): object => ({
    physicalLocation: { artifactLocation, region: regionOf(range, lines) },
  })
  const related = finding.related.map(({ range, message }, id) => ({
    id,
    ...locationOf(range),
    message: { text: facts.say(message) },
  }))
  const fixes = finding.fixes.map((fix) => fixOf(fix, artifactLocation, lines, facts))
  return {
    ruleId: finding.rule,
    ...ruleIndexOf(finding, places),
    level: levels[finding.severity],
    message: { text: facts.say(finding.message) },
    locations: [locationOf(finding.range)],
    partialFingerprints: {
      'ruleKeyLine/v1': `${finding.rule}:${finding.key ?? ''}:${hashOfLine(lineAt(source.text, finding.range.start))}`,
    },
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    ...(fixes.length === 0 ? {} : { fixes }),
    properties: { key: finding.key, severity: finding.severity },
  }
}

function ruleIndexOf(finding: Finding, places: ReadonlyMap<string, number>): { ruleIndex?: number } {
  const ruleIndex = places.get(finding.rule)
  return ruleIndex === undefined ? {} : { ruleIndex }
}

/** Below the working directory by its relative address, as code scanning wants it; elsewhere by its full one. */
function artifactOf(path: string, workingDirectory: string): object {
  const below = relative(workingDirectory, path)
  if (below.startsWith('..') || isAbsolute(below)) return { uri: pathToFileURL(path).href }
  return { uri: below.split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

function regionOf({ start, end }: TextRange, lines: LineIndex): object {
  const from = lines.positionAt(start)
  const to = lines.positionAt(end)
  return {
    startLine: from.line + 1,
    startColumn: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  }
}

function fixOf(fix: Fix, artifactLocation: object, lines: LineIndex, facts: SarifFacts): object {
  return {
    description: { text: facts.say(fix.title) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: fix.edits.map((edit) => ({
          deletedRegion: regionOf(edit, lines),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  }
}
