import type { Text } from '../model/text'
import { KnownKeys } from './catalogue/known-keys'
import { newestReleased, parseKafkaVersion } from './catalogue/versions'
import { completeAt, type Completion } from './complete/complete'
import { BlockContext, isBefore } from './context'
import type { Entry, LintDocument, NamedRole, TextEdit } from './document'
import { describeAt, type DescribeFacts, type KeyDescription } from './describe/describe'
import type { Finding, SeveritySetting } from './finding'
import { readers as builtIn } from './readers/registry'
import type { Reader, SourceFile } from './readers/reader'
import type { Preset, Report, Rule, RuleMeta, Stage } from './rule'
import { groupsNamed, type NamedGroup } from './groups-named'
import { stages } from './rule'
import { rules, workspaceRules } from './rules/registry'
import { RuleSet } from './rule-set'
import { Schedule } from './schedule'
import type { ClusterSnapshot } from './snapshot'
import { suppressionsOf, type Suppressions } from './suppressions'
import { text as textOf } from './texts'
import { unusedOf, unusedSuppression } from './unused'

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
  /** Rules beyond the recommended ones; without it those alone. */
  readonly preset?: Preset | null
  /** The cluster that the file is for: it switches the rules of the cluster preset on. */
  readonly snapshot?: ClusterSnapshot | null
  /** What people call that cluster. */
  readonly clusterName?: string | null
}

export interface Linter {
  /** Findings in the order of the file; none where the file is not about Kafka or cannot be read as its format. */
  lint(input: LintInput): Finding[]
  /** As `lint` for each file, and what several of them say together; the findings of each in the order of the files. */
  lintAll(inputs: readonly LintInput[]): Finding[][]
  /**
   * Where a file says which consumer groups its clients are in: `group.id`, and of Kafka Streams `application.id`.
   * Only what holds is told, each place once, in the order of the file; not what is put in elsewhere (`${…}`).
   */
  groups(input: Pick<LintInput, 'fileName' | 'languageId' | 'text'>): readonly NamedGroup[]
  /** What is to be told of the key at an offset of the text; null where there is none. */
  describe(input: LintInput, at: number): KeyDescription | null
  /** What may be written at an offset of the text, which may be unfinished there. */
  complete(input: LintInput, at: number): Completion[]
  /** A cheap look, before anything is parsed: false = `lint` would find nothing. */
  mayBeKafka(fileName: string, languageId: string | null, text: string): boolean
  /** Whether some reader takes a file of that name and language id, whatever is in it. */
  accepts(fileName: string, languageId: string | null): boolean
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

/** A file that is read, while rules look at it. */
interface Run {
  readonly input: LintInput
  readonly contexts: readonly BlockContext[]
  readonly document: LintDocument
  readonly suppressions: Suppressions
  readonly reports: Map<Entry, Stage>
  readonly findings: Finding[]
}

/** Stages one after another; a rule is known by its place here. */
const ordered = stages.flatMap((stage) => rules.filter((rule) => rule.stage === stage))
const allRules: readonly RuleMeta[] = [...rules, ...workspaceRules, unusedSuppression]

/**
 * The linter. It keeps the catalogue and a small memory of names; one is enough for a process.
 * @param more readers that stand in files of their own; they are asked before the built-in ones.
 */
export function createLinter(more: readonly Reader[] = []): Linter {
  const known = new KnownKeys()
  const schedule = new Schedule(ordered, known)
  const readers = [...more, ...builtIn]
  const documentOf = (file: SourceFile, role: NamedRole | null): LintDocument | null => {
    for (const reader of readers) {
      const document = reader.accepts(file.fileName, file.languageId) ? reader.read(file, role, known) : null
      if (document !== null) return document
    }
    return null
  }
  const lintAll = (inputs: readonly LintInput[]): Finding[][] => {
    const runs = inputs.map((input) => {
      const { fileName, text, languageId = null, role = null } = input
      const document = documentOf({ fileName, languageId, text }, role)
      return document === null ? null : judge(document, input, schedule)
    })
    judgeTogether(runs.filter((run) => run !== null))
    for (const run of runs) if (run !== null) tellUnused(run)
    return runs.map((run) => (run === null ? [] : inOrder(run.findings)))
  }
  const read = ({ fileName, languageId = null, role = null }: LintInput, text: string) =>
    documentOf({ fileName, languageId, text }, role)
  return {
    rules: allRules,
    languages: [...new Set([...builtIn, ...more].flatMap((reader) => reader.languages))],

    mayBeKafka(fileName, languageId, text) {
      const file: SourceFile = { fileName, languageId, text }
      return readers.some((reader) => reader.accepts(fileName, languageId) && reader.mayBeKafka(file, null))
    },

    describe(input, at) {
      const document = read(input, input.text)
      return document === null ? null : describeAt(document, at, known, factsOf(input))
    },

    complete(input, at) {
      const { text, languageId = null } = input
      return completeAt(text, at, languageId, (probed) => read(input, probed), known, factsOf(input))
    },
    accepts: (fileName, languageId) => readers.some((reader) => reader.accepts(fileName, languageId)),

    lintAll,
    lint: (input) => lintAll([input])[0] ?? [],

    groups({ fileName, languageId = null, text }) {
      const document = documentOf({ fileName, languageId, text }, null)
      return document === null ? [] : groupsNamed(document)
    },
  }
}

function factsOf({ kafkaVersion = null, snapshot = null, clusterName = null }: LintInput): DescribeFacts {
  return { kafkaVersion, snapshot, clusterName }
}

/** Findings of documents that are read already, as `Linter.lintAll` gives them. */
export function lintDocuments(
  files: readonly { readonly document: LintDocument; readonly input: LintInput }[],
): Finding[][] {
  const schedule = new Schedule(ordered, new KnownKeys())
  const runs = files.map(({ document, input }) => judge(document, input, schedule))
  judgeTogether(runs)
  runs.forEach(tellUnused)
  return runs.map((run) => inOrder(run.findings))
}

function judge(document: LintDocument, input: LintInput, schedule: Schedule): Run {
  const version = parseKafkaVersion(input.kafkaVersion ?? '')
  const reports = new Map<Entry, Stage>()
  const contexts: BlockContext[] = []
  const facts = {
    fileName: input.fileName,
    document,
    schedule,
    version: version ?? newestReleased,
    versionKnown: version !== null,
    snapshot: input.snapshot ?? null,
    reports,
    contexts,
  }
  for (const block of document.blocks) contexts.push(new BlockContext(facts, block))
  const run: Run = {
    input,
    contexts,
    document,
    suppressions: suppressionsOf(document),
    reports,
    findings: [],
  }
  const sets = schedule.of(contexts)
  const any = new RuleSet()
  for (const set of sets) any.addAll(set)
  let stage: Stage = 'name'
  let found: Candidate[] = []
  for (let place = any.next(0); place >= 0; place = any.next(place + 1)) {
    const rule = ordered[place]
    if (rule === undefined) break
    if (rule.stage !== stage) {
      settle(stage, found, run)
      found = []
      stage = rule.stage
      for (const context of contexts) context.stage = stage
    }
    const setting = settingOf(rule, input)
    if (setting !== 'off') runRule(rule, setting, place, sets, run, found)
  }
  settle(stage, found, run)
  return run
}

/** @param found gets what the rule reports. */
function runRule(
  rule: Rule,
  setting: SeveritySetting | null,
  place: number,
  sets: readonly RuleSet[],
  run: Run,
  found: Candidate[],
): void {
  let seen: Set<Entry> | null = null
  for (let at = 0; at < run.contexts.length; at++) {
    const context = run.contexts[at]
    if (context === undefined || sets[at]?.has(place) !== true) continue
    for (const report of rule.check(context)) {
      if (yields(rule.stage, run.reports.get(report.entry))) continue
      // What two clients take from one line is told once.
      seen ??= new Set()
      if (seen.has(report.entry)) continue
      seen.add(report.entry)
      found.push({ rule, severity: setting ?? report.severity ?? rule.severity, report })
    }
  }
}

/** Null = the rule's own severity. */
function settingOf(rule: RuleMeta, input: LintInput): SeveritySetting | null {
  const set = input.severities?.[rule.id]
  if (set !== undefined) return set
  const on =
    rule.preset === 'recommended' ||
    rule.preset === input.preset ||
    (rule.preset === 'cluster' && (input.snapshot ?? null) !== null)
  return on ? null : 'off'
}

/** A setting that the client has none of is not added (see `Syntax.insertAfter`). */
function changes(edit: TextEdit): boolean {
  return edit.start !== edit.end || edit.text !== ''
}

function settle(stage: Stage, found: readonly Candidate[], run: Run): void {
  if (found.length === 0) return
  const firsts = new Map<Entry, Rule>()
  for (const { rule, report } of found) if (!firsts.has(report.entry)) firsts.set(report.entry, rule)
  for (const { rule, severity, report } of found) {
    // Up to the values themselves one finding per key is enough; contradictions are all told.
    if (firsts.get(report.entry) === rule || !isBefore(stage, 'conflict')) tell(run, rule, severity, report)
  }
  for (const { report } of found) if (!run.reports.has(report.entry)) run.reports.set(report.entry, stage)
}

function tell(run: Run, rule: RuleMeta, severity: SeveritySetting, report: Report): void {
  if (severity === 'off' || run.suppressions.hide(rule.id, report.entry)) return
  run.findings.push({
    rule: rule.id,
    severity,
    key: report.entry.key,
    message: said(rule, report.message, run.input),
    range: report.entry.keyRange,
    related: report.related,
    fixes: report.fixes.filter((fix) => fix.edits.some(changes)),
    docs: rule.docs,
    tag: rule.tag ?? null,
  })
}

/** Rules about a running cluster say which one. */
function said({ preset }: RuleMeta, message: Text, { clusterName = null }: LintInput): Text {
  return preset === 'cluster' && clusterName !== null
    ? textOf('lint.onCluster', message, clusterName)
    : message
}

/** What blocks of one file or of several say together. */
function judgeTogether(runs: readonly Run[]): void {
  const contexts = runs.flatMap((run) => run.contexts)
  for (const rule of workspaceRules) {
    for (const { context, report } of rule.checkAll(contexts)) {
      const run = runs.find((candidate) => candidate.contexts.some((own) => own === context))
      const setting = run === undefined ? 'off' : settingOf(rule, run.input)
      if (run === undefined || setting === 'off' || run.reports.get(report.entry) === 'name') continue
      tell(run, rule, setting ?? report.severity ?? rule.severity, report)
    }
  }
}

/** Comments that switch off what finds nothing. */
function tellUnused(run: Run): void {
  const setting = settingOf(unusedSuppression, run.input)
  if (setting === 'off' || run.suppressions.all.length === 0) return
  const { document, suppressions, input } = run
  const severity = setting ?? unusedSuppression.severity
  run.findings.push(
    ...unusedOf(document, suppressions, severity, (id) => {
      const rule = rules.find((candidate) => candidate.id === id)
      // What several files say together may be found in another run.
      if (rule === undefined) return allRules.some((candidate) => candidate.id === id) ? false : null
      return settingOf(rule, input) !== 'off'
    }),
  )
}

function inOrder(findings: Finding[]): Finding[] {
  findings.sort((a, b) => a.range.start - b.range.start || (a.rule < b.rule ? -1 : 1))
  return findings.filter((finding, index) => !isSame(finding, findings[index - 1]))
}

/** One line may be part of several blocks: of each service that merges it, of each profile that inherits it. */
function isSame(finding: Finding, before: Finding | undefined): boolean {
  return (
    before?.rule === finding.rule &&
    before.range.start === finding.range.start &&
    before.range.end === finding.range.end &&
    JSON.stringify(before.message) === JSON.stringify(finding.message)
  )
}

/** Whether a report gives way to what an earlier stage said of the same entry. */
function yields(stage: Stage, reported: Stage | undefined): boolean {
  if (reported === undefined) return false
  return stage === 'beside' ? reported === 'name' : isBefore(reported, stage)
}
