import type { Text } from '../model/text'
import { newestReleased, parseKafkaVersion } from './catalogue/versions'
import { BlockContext, isBefore } from './context'
import type { Entry, LintDocument, TextEdit } from './document'
import type { LintInput } from './engine'
import type { Finding, SeveritySetting } from './finding'
import { stages, type Report, type Rule, type RuleMeta, type Stage } from './rule'
import { RuleSet } from './rule-set'
import { rules, workspaceRules } from './rules/registry'
import type { Schedule } from './schedule'
import { suppressionsOf, type Suppressions } from './suppressions'
import { text as textOf } from './texts'
import { unusedOf, unusedSuppression } from './unused'

/** Stages one after another; a rule is known by its place here. */
export const ordered = stages.flatMap((stage) => rules.filter((rule) => rule.stage === stage))
export const allRules: readonly RuleMeta[] = [...rules, ...workspaceRules, unusedSuppression]

/** What one stage found, before the next one runs. */
interface Candidate {
  readonly rule: Rule
  readonly severity: SeveritySetting
  readonly report: Report
}

/** A file that is read, while rules look at it. */
export interface Run {
  readonly input: LintInput
  readonly contexts: readonly BlockContext[]
  readonly document: LintDocument
  readonly suppressions: Suppressions
  readonly reports: Map<Entry, Stage>
  readonly findings: Finding[]
}

/** Reads nothing and asks every rule that has something to say; what files say together comes later. */
export function judge(document: LintDocument, input: LintInput, schedule: Schedule): Run {
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
  const mayRepeat = run.contexts.length > 1
  for (let at = 0; at < run.contexts.length; at++) {
    const context = run.contexts[at]
    if (context === undefined || sets[at]?.has(place) !== true) continue
    const reports = rule.check(context)
    if (reports.length === 0) continue
    for (const report of reports) {
      if (yields(rule.stage, run.reports.get(report.entry))) continue
      // What two clients take from one line is told once.
      if (mayRepeat || reports.length > 1) {
        seen ??= new Set()
        if (seen.has(report.entry)) continue
        seen.add(report.entry)
      }
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
    key: report.entry.written ?? report.entry.key,
    message: said(rule, report, run.input),
    range: report.entry.keyRange,
    related: report.related,
    fixes: report.fixes.filter((fix) => fix.edits.some(changes)),
    docs: rule.docs,
    tag: rule.tag ?? null,
  })
}

/** What is said about a running cluster says which one. */
function said({ preset }: RuleMeta, { message, live = false }: Report, input: LintInput): Text {
  const { clusterName = null } = input
  return (preset === 'cluster' || live) && clusterName !== null
    ? textOf('lint.onCluster', message, clusterName)
    : message
}

/** What is found in files that are judged, with what they say together; the findings of each in the order of the files. */
export function findingsOf(runs: readonly (Run | null)[]): Finding[][] {
  const judged = runs.filter((run) => run !== null)
  judgeTogether(judged)
  judged.forEach(tellUnused)
  return runs.map((run) => (run === null ? [] : inOrder(run.findings)))
}

/** What blocks of one file or of several say together. */
function judgeTogether(runs: readonly Run[]): void {
  const contexts = runs.length === 1 ? (runs[0]?.contexts ?? []) : runs.flatMap((run) => run.contexts)
  for (const rule of workspaceRules) {
    if (!contexts.some((context) => rule.concerns(context))) continue
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
  if (findings.length < 2) return findings
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
