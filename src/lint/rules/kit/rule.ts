import type { Text } from '../../../model/text'
import type { lintTexts } from '../../../model/texts/lint'
import type { KafkaVersion } from '../../catalogue/versions'
import type { Entry, Role } from '../../document'
import type { FindingTag, Fix, Severity } from '../../finding'
import { docsOf, type Preset, type Report, type Rule, type RuleContext, type Stage } from '../../rule'
import { text } from '../../texts'

type IdOf<T> = T extends `lint.${infer Id}.title` ? Id : never
/** Rules that have a title among the texts. */
export type RuleId = IdOf<keyof typeof lintTexts>

/** What most rules have alike is left out: recommended, advice, every dialect and release. */
export interface Definition {
  readonly id: RuleId
  readonly severity: Severity
  readonly preset?: Preset
  readonly stage?: Stage
  readonly tag?: FindingTag
  readonly roles: readonly Role[] | null
  readonly keys: readonly string[] | null
  /** Kafka's own clients, workers and brokers alone. */
  readonly javaOnly?: boolean
  /** First release with what it is about; other dialects count their releases otherwise and are always asked. */
  readonly since?: KafkaVersion
  check(context: RuleContext): Report | readonly Report[] | null | false
}

/** A rule from its data and its condition; the title and the page follow from the id. */
export function rule(definition: Definition): Rule {
  const { id, javaOnly = false, since = 0 } = definition
  return {
    preset: 'recommended',
    stage: 'advice',
    ...definition,
    title: text(`lint.${id}.title`),
    docs: docsOf(id),
    check(context) {
      const java = context.block.dialect === 'java'
      if ((javaOnly && !java) || (java && context.version < since)) return []
      const found = definition.check(context)
      if (found === null || found === false) return []
      return 'entry' in found ? [found] : found
    },
  }
}

/** A report with those of the fixes that there are. The message names the setting as the file does. */
export function report(
  entry: Entry,
  message: Text,
  fixes: readonly (Fix | null)[] = [],
  severity?: Severity,
): Report {
  return {
    entry,
    message: entry.written === undefined ? message : renamed(message, entry.key, entry.written),
    fixes: fixes.filter((fix) => fix !== null),
    ...(severity === undefined ? {} : { severity }),
  }
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
