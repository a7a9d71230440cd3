import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import { laglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import type { Plan } from '../../offsets/plan-types'
import type { Scenario, Scope } from '../../offsets/scenario'
import type { GroupTarget, Targets } from '../ask/targets'
import type { Parts } from '../parts'
import { askTexts } from '../texts/ask'
import { copyable } from '../tree/rows/group-row'
import type { CsvFiles } from './csv-files'
import { askScenario } from './scenario-pick'

/** Makes a plan with what the cluster says at that moment. */
export type MakePlan = (signal: AbortSignal) => Promise<Plan>

const RESET_ORDER: readonly Scenario['kind'][] = [
  'earliest',
  'latest',
  'toOffset',
  'toDatetime',
  'byDuration',
  'shiftBy',
  'copyFrom',
  'fromFile',
  'current',
]
const SEEK_ORDER: readonly Scenario['kind'][] = [
  'toOffset',
  'toDatetime',
  'byDuration',
  'shiftBy',
  'earliest',
  'latest',
  'copyFrom',
]

/** Asks where offsets are to go. */
export class Wishes {
  private readonly parts: Parts
  private readonly targets: Targets
  private readonly files: CsvFiles

  constructor(parts: Parts, targets: Targets, files: CsvFiles) {
    this.parts = parts
    this.targets = targets
    this.files = files
  }

  /** For one group. Rejects with `cancelled` when the person leaves. */
  async ask({ cluster, group }: GroupTarget, scope: Scope): Promise<Scenario> {
    const all = cluster.snapshot.groups?.get(group)?.partitions ?? null
    const { title, fits } = this.aboutScope(group, scope)
    const kinds = scope.kind === 'partition' ? SEEK_ORDER : RESET_ORDER
    return askScenario(
      {
        title,
        partitions: all?.filter(fits) ?? null,
        order: scope.kind === 'group' ? kinds : kinds.filter((kind) => kind !== 'fromFile'),
        share: cluster.snapshot.groups?.get(group)?.type === 'share',
        now: () => this.parts.clock.now(),
        askGroup: () => this.askOther(cluster, group),
        askFile: () => this.askFile(group),
      },
      this.parts,
    )
  }

  /** For several groups at once. */
  async askForSeveral(cluster: Cluster, groups: readonly string[]): Promise<Scenario> {
    return askScenario(
      {
        title: vscode.l10n.t('Reset offsets of {0} groups', groups.length),
        partitions: null,
        order: RESET_ORDER.filter((kind) => kind !== 'fromFile'),
        share: false,
        now: () => this.parts.clock.now(),
        askGroup: () => this.askOther(cluster, ''),
        askFile: () => this.askFile(''),
      },
      this.parts,
    )
  }

  private aboutScope(
    group: string,
    scope: Scope,
  ): { readonly title: string; readonly fits: (p: { topic: string; partition: number }) => boolean } {
    const whole = vscode.l10n.t('Reset offsets of {0}', group)
    if (scope.kind === 'group') return { title: whole, fits: () => true }
    if (scope.kind === 'topic')
      return {
        title: vscode.l10n.t('Reset offsets of {0} on {1}', group, scope.topic),
        fits: ({ topic }) => topic === scope.topic,
      }
    if (scope.kind === 'partition')
      return {
        title: vscode.l10n.t('Seek {0} in {1}', `${scope.topic}-${scope.partition}`, group),
        fits: (p) => p.topic === scope.topic && p.partition === scope.partition,
      }
    return {
      title: whole,
      fits: (p) =>
        scope.topics.includes(p.topic) ||
        scope.partitions.some((each) => each.topic === p.topic && each.partition === p.partition),
    }
  }

  private async askOther(cluster: Cluster, group: string): Promise<string> {
    const title = vscode.l10n.t('Copy from which group?')
    const node = { kind: 'cluster', cluster: cluster.settings.id } as const
    const other = await this.targets.group(node, title, (each) => copyable(each) && each.id !== group)
    return other.group
  }

  /** A file's offsets for one group: its lines without a group, or those with this one. */
  private async askFile(group: string): Promise<Scenario> {
    const uri = await this.files.ask()
    const { file, rows } = await this.files.read(uri)
    const own = rows.filter((row) => row.group === null || row.group === group)
    if (own.length === 0) throw laglineError('invalidInput', textsOf(askTexts)('ask.notInFile', file, group))
    return { kind: 'fromFile', file, rows: own }
  }
}

/** What makes a plan with what the cluster says at that moment. */
export function planner(
  { cluster, group }: GroupTarget,
  scenario: Scenario,
  scope: Scope,
  {
    purpose = 'reset',
    creates = false,
  }: { readonly purpose?: 'reset' | 'seek'; readonly creates?: boolean } = {},
): MakePlan {
  return (signal) => cluster.plan({ group, scenario, scope, purpose, creates }, signal)
}

/** The same wish as a plan that is old. */
export function remaker(cluster: Cluster, { purpose, group }: Plan): MakePlan {
  if (purpose.kind === 'undo') return (signal) => cluster.planUndo(purpose.changeId, signal)
  return planner({ cluster, group: group.id }, purpose.scenario, purpose.scope, {
    purpose: purpose.kind,
    creates: group.state === 'Dead',
  })
}
