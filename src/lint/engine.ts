import { KnownKeys } from './catalogue/known-keys'
import { newestReleased, parseKafkaVersion } from './catalogue/versions'
import { BlockContext, isBefore } from './context'
import type { Entry, LintDocument, NamedRole, TextEdit } from './document'
import type { Finding, SeveritySetting } from './finding'
import { readers } from './readers/registry'
import { codeLanguageIds, codeLanguageOf, looksLikeKafka } from './readers/code-looks'
import type { Reader, SourceFile } from './readers/reader'
import type { Report, Rule, RuleMeta, Stage } from './rule'
import { stages } from './rule'
import { rules } from './rules/registry'
import { suppressionsOf } from './suppressions'

export interface LintInput {
  /** Path or name; only its last part counts. */
  readonly fileName: string
  /** The editor's language id; without it the name decides. */
  readonly languageId?: string | null
  readonly text: string
  /** `4.0`, `3.9.2`; without it, or where it is no version, the newest released Kafka. */
  readonly kafkaVersion?: string | null
  /** What the file configures, where its name and keys do not tell. */
  readonly role?: NamedRole | null
  /** By rule id; what is not named keeps its default. */
  readonly severities?: Readonly<Record<string, SeveritySetting>>
}

export interface Linter {
  /** Findings in the order of the file; none where the file is not about Kafka or cannot be read as its format. */
  lint(input: LintInput): Finding[]
  /** A cheap look, before anything is parsed: false = `lint` would find nothing. */
  mayBeKafka(fileName: string, languageId: string | null, text: string): boolean
  readonly rules: readonly RuleMeta[]
  /** Language ids that some reader takes. */
  readonly languages: readonly string[]
}

/** What one stage found, before the next one runs. */
interface Candidate {
  readonly rule: Rule
  readonly severity: SeveritySetting
  readonly report: Report
}

const rulesByStage = stages.map((stage) => [stage, rules.filter((rule) => rule.stage === stage)] as const)

/**
 * The linter. It keeps the catalogue and a small memory of names; one is enough for a process.
 * @param loadCode gives the readers of source code; called once, when the first such file passes the cheap look.
 */
export function createLinter(loadCode: () => readonly Reader[] = () => []): Linter {
  const known = new KnownKeys()
  let code: readonly Reader[] | null = null
  const documentOf = (file: SourceFile, role: NamedRole | null): LintDocument | null => {
    const language = codeLanguageOf(file.fileName, file.languageId)
    if (language !== null && !looksLikeKafka(language, file.text)) return null
    const candidates = language === null ? readers : (code ??= loadCode())
    const reader = candidates.find((candidate) => candidate.accepts(file.fileName, file.languageId))
    return reader?.read(file, role, known) ?? null
  }
  return {
    rules,
    languages: [...new Set([...readers.flatMap((reader) => reader.languages), ...codeLanguageIds])],

    mayBeKafka(fileName, languageId, text) {
      const file: SourceFile = { fileName, languageId, text }
      const language = codeLanguageOf(fileName, languageId)
      if (language !== null) return looksLikeKafka(language, text)
      return readers.some((reader) => reader.accepts(fileName, languageId) && reader.mayBeKafka(file, null))
    },

    lint(input) {
      const { fileName, text, languageId = null, role = null } = input
      const document = documentOf({ fileName, languageId, text }, role)
      return document === null ? [] : check(document, input, known)
    },
  }
}

function check(document: LintDocument, input: LintInput, known: KnownKeys): Finding[] {
  const version = parseKafkaVersion(input.kafkaVersion ?? '')
  const reports = new Map<Entry, Stage>()
  const run = { document, known, version: version ?? newestReleased, versionKnown: version !== null, reports }
  const contexts = document.blocks.map((block) => new BlockContext(run, block))
  const suppressed = suppressionsOf(document)
  const findings: Finding[] = []
  for (const [stage, stageRules] of rulesByStage) {
    for (const { rule, severity, report } of runStage(stage, stageRules, contexts, input, reports)) {
      if (severity === 'off' || suppressed(rule.id, report.entry)) continue
      findings.push({
        rule: rule.id,
        severity,
        key: report.entry.key,
        message: report.message,
        range: report.entry.keyRange,
        related: report.related ?? [],
        fixes: (report.fixes ?? []).filter((fix) => fix.edits.some(changes)),
        docs: rule.docs,
      })
    }
  }
  return findings.sort((a, b) => a.range.start - b.range.start || (a.rule < b.rule ? -1 : 1))
}

function changes(edit: TextEdit): boolean {
  return edit.start !== edit.end || edit.text !== ''
}

function runStage(
  stage: Stage,
  stageRules: readonly Rule[],
  contexts: readonly BlockContext[],
  input: LintInput,
  reports: Map<Entry, Stage>,
): Candidate[] {
  const found: Candidate[] = []
  for (const rule of stageRules) {
    const setting = input.severities?.[rule.id] ?? (rule.preset === 'recommended' ? null : 'off')
    if (setting === 'off') continue
    for (const context of contexts) {
      context.stage = stage
      for (const report of rule.check(context)) {
        if (yields(stage, reports.get(report.entry))) continue
        found.push({ rule, severity: setting ?? report.severity ?? rule.severity, report })
      }
    }
  }
  const firsts = new Map<Entry, Rule>()
  for (const { rule, report } of found) if (!firsts.has(report.entry)) firsts.set(report.entry, rule)
  // Up to the values themselves one finding per key is enough; contradictions are all told.
  const taken = found.filter(
    ({ rule, report }) => firsts.get(report.entry) === rule || !isBefore(stage, 'conflict'),
  )
  for (const { report } of taken) if (!reports.has(report.entry)) reports.set(report.entry, stage)
  return taken
}

/** Whether a report gives way to what an earlier stage said of the same entry. */
function yields(stage: Stage, reported: Stage | undefined): boolean {
  if (reported === undefined) return false
  return stage === 'beside' ? reported === 'name' : isBefore(reported, stage)
}
