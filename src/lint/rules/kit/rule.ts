import type { Text } from '../../../model/text'
import type { lintTexts } from '../../../model/texts/lint'
import { shownName } from '../../catalogue/dialects/dialects'
import type { KafkaVersion } from '../../catalogue/versions'
import type { Entry, Role } from '../../document'
import type { FindingTag, Fix, RelatedPlace, Severity } from '../../finding'
import {
  docsOf,
  type Described,
  type LineTest,
  type Preset,
  type Report,
  type Rule,
  type RuleContext,
  type Stage,
} from '../../rule'
import { text } from '../../texts'
import type { Parsed } from '../../values'

type IdOf<T> = T extends `lint.${infer Id}.title` ? Id : never
/** Rules that have a title among the texts. */
export type RuleId = IdOf<keyof typeof lintTexts>

type Found = Report | readonly Report[] | null | false

/** What most rules have alike is left out: recommended, advice, every dialect and release. */
interface Common {
  readonly id: RuleId
  readonly severity: Severity
  readonly preset?: Preset
  readonly stage?: Stage
  readonly tag?: FindingTag
  readonly roles: readonly Role[] | null
  /** Kafka's own clients, workers and brokers alone. */
  readonly javaOnly?: boolean
  /** First release with what it is about; other dialects count their releases otherwise and are always asked. */
  readonly since?: KafkaVersion
}

/** It is asked once for a block that writes one of its keys, or has a line whose key passes; null = for every block. */
type OfBlock = Common &
  ({ readonly keys: readonly string[] | null } | { readonly lines: LineTest }) & {
    check(context: RuleContext): Found
  }

/** It is asked for each of its keys that is written, here or in a parent. */
interface OfKeys extends Common {
  readonly keys: readonly string[]
  checkKey(context: RuleContext, key: string, entry: Entry): Found
}

/** It is asked for each line of the block whose key passes. */
interface OfLines extends Common {
  readonly lines: LineTest
  checkLine(context: RuleContext, entry: Entry): Found
}

/** It is asked for each value that Kafka's `ConfigDef` takes, or refuses, as one of these. */
interface OfValues extends Common {
  readonly values: readonly Parsed['kind'][]
  checkValue(context: RuleContext, described: Described): Found
}

export type Definition = OfBlock | OfKeys | OfLines | OfValues

/** A rule from its data and its condition; the title and the page follow from the id. */
export function rule(definition: Definition): Rule {
  const { id, javaOnly = false, since = 0 } = definition
  const ask = asking(definition)
  return {
    preset: 'recommended',
    stage: 'advice',
    keys: null,
    ...definition,
    title: text(`lint.${id}.title`),
    docs: docsOf(id),
    check:
      javaOnly || since > 0
        ? (context) => {
            const java = context.block.dialect === 'java'
            return (javaOnly && !java) || (java && context.version < since) ? nothing : ask(context)
          }
        : ask,
  }
}

const nothing: readonly Report[] = []

/** How a rule is asked about a block. */
function asking(definition: Definition): Rule['check'] {
  if ('check' in definition)
    return (context) => {
      const found = definition.check(context)
      if (found === null || found === false) return nothing
      return 'entry' in found ? [found] : found
    }
  if ('checkValue' in definition)
    return (context) => {
      const reports: Report[] = []
      for (const kind of definition.values)
        for (const described of context.describedAs(kind))
          add(reports, definition.checkValue(context, described))
      return reports
    }
  if ('checkLine' in definition)
    return (context) => {
      const { block, known } = context
      const reports: Report[] = []
      for (const entry of block.entries)
        if (definition.lines(entry.key, block, known)) add(reports, definition.checkLine(context, entry))
      return reports
    }
  return (context) => {
    const reports: Report[] = []
    for (const key of definition.keys) {
      const entry = context.explicit(key)
      if (entry !== null) add(reports, definition.checkKey(context, key, entry))
    }
    return reports
  }
}

function add(reports: Report[], found: Found): void {
  if (found === null || found === false) return
  if ('entry' in found) reports.push(found)
  else reports.push(...found)
}

/** A report with those of the fixes that there are. The message names the setting as the file does. */
export function report(
  entry: Entry,
  message: Text,
  fixes: readonly (Fix | null)[] = [],
  severity?: Severity,
): Report {
  const said = entry.written === undefined ? message : renamed(message, entry.key, entry.written)
  return { entry, message: said, severity, related: [], fixes: fixes.filter((fix) => fix !== null) }
}

/** The report, also about other entries than its own. */
export function alsoAt(
  { block }: RuleContext,
  { entry, message, severity, fixes }: Report,
  ...others: readonly (Entry | null)[]
): Report {
  const related: RelatedPlace[] = []
  for (const other of others)
    if (other !== null && other !== entry)
      related.push({
        range: other.keyRange,
        message: text('lint.related.partner', other.written ?? shownName(block.dialect, other.key)),
      })
  return { entry, message, severity, related, fixes }
}

function renamed({ id, args }: Text, key: string, written: string): Text {
  return { id, args: args.map((arg) => (arg === key ? written : arg)) }
}

/** Consumers, and what hands its settings to one. */
export const consumers: readonly Role[] = ['consumer', 'client', 'streams']
export const producers: readonly Role[] = ['producer', 'client', 'streams']
/** What joins a group. */
export const members: readonly Role[] = ['consumer', 'client', 'streams', 'connect']
/** What connects to a cluster. */
export const clients: readonly Role[] = ['consumer', 'producer', 'admin', 'client', 'streams', 'connect']
