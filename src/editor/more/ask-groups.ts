import * as vscode from 'vscode'
import type { Cluster } from '../../clusters/cluster'
import type { GroupSnapshot } from '../../clusters/types'
import { laglineError } from '../../model/errors'
import { textsOf } from '../../model/text'
import { askText, BACK } from '../ask/quick-input'
import { withCancel } from '../ask/progress'
import type { Parts } from '../parts'
import { moreTexts } from '../texts/more'
import { duration } from '../tree/duration'
import { groupRow } from '../tree/rows/group-row'
import { ANY, deletableGroups, type GroupFilter } from './group-filter'
import { askMany } from './many'

const text = textsOf(moreTexts)

/** Steps of the question; how long they are Empty is asked within the second one. */
const STEPS = 3

/** Asks which of a cluster's groups are to be deleted: by name, by condition, then one by one. */
export class GroupQuestion {
  private readonly parts: Parts
  private readonly cluster: Cluster
  private readonly title: string

  constructor(parts: Parts, cluster: Cluster, title: string) {
    this.parts = parts
    this.cluster = cluster
    this.title = title
  }

  /** At least one group, as it was just read. Rejects with `cancelled`, and with `invalidInput` where none fits. */
  async ask(): Promise<readonly GroupSnapshot[]> {
    const { words, clock } = this.parts
    const all = await readGroups(this.cluster)
    const empty = deletableGroups(all, ANY, clock.now())
    if (empty.length === 0)
      throw laglineError('invalidInput', text('delete.noneEmpty', this.cluster.settings.name))
    const named = await this.askName(empty)
    const filter = await this.askConditions(named)
    const groups = deletableGroups(named, filter, clock.now())
    if (groups.length === 0) throw laglineError('invalidInput', text('delete.noneLeft'))
    const rights = { writable: false, undoable: false, now: clock.now() }
    return askMany({
      title: this.title,
      step: { number: STEPS, of: STEPS },
      placeholder: vscode.l10n.t('Delete these groups'),
      choices: groups.map((group) => ({
        label: group.id,
        description: groupRow(group, rights, words).description ?? '',
        value: group,
        picked: true,
      })),
    })
  }

  private async askName(groups: readonly GroupSnapshot[]): Promise<readonly GroupSnapshot[]> {
    const matching = (pattern: string): GroupSnapshot[] =>
      deletableGroups(groups, { ...ANY, pattern: pattern.trim() }, this.parts.clock.now())
    const pattern = await askText({
      title: this.title,
      step: { number: 1, of: STEPS },
      prompt: vscode.l10n.t('A part of the names, or with * and ? the whole name. Leave it empty for all.'),
      placeholder: 'console-consumer-*',
      problem: (typed) =>
        matching(typed).length === 0 ? vscode.l10n.t('No Empty group has such a name.') : null,
      hint: (typed) => vscode.l10n.t('{0} of {1} Empty groups', matching(typed).length, groups.length),
    })
    return matching(pattern === BACK ? '' : pattern)
  }

  private async askConditions(groups: readonly GroupSnapshot[]): Promise<GroupFilter> {
    for (;;) {
      const filter = await this.askFilter(groups)
      if (!filter.since) return filter.filter
      const emptyForMs = await this.askSince(groups, filter.filter)
      if (emptyForMs !== BACK) return { ...filter.filter, emptyForMs }
    }
  }

  private async askFilter(
    groups: readonly GroupSnapshot[],
  ): Promise<{ readonly filter: GroupFilter; readonly since: boolean }> {
    const now = this.parts.clock.now()
    const longest = this.longestEmpty(groups)
    const counted = (value: Partial<GroupFilter>): string => {
      const count = deletableGroups(groups, { ...ANY, ...value }, now).length
      return vscode.l10n.t('{0} of {1}', count, groups.length)
    }
    const conditions: readonly (readonly [string, Partial<GroupFilter>])[] = [
      [vscode.l10n.t('Only without lag'), { withoutLag: true }],
      [vscode.l10n.t('Only classic groups'), { types: ['classic'] }],
      [vscode.l10n.t('Only groups of the consumer protocol'), { types: ['consumer'] }],
      [vscode.l10n.t('Only share groups'), { types: ['share'] }],
    ]
    const picked = await askMany<Partial<GroupFilter> | 'since'>({
      title: this.title,
      step: { number: 2, of: STEPS },
      placeholder: vscode.l10n.t('Only some of them? Choose nothing for all.'),
      none: true,
      choices: [
        ...conditions.map(([label, value]) => ({ label, value, description: counted(value), picked: false })),
        {
          label: vscode.l10n.t('Only seen Empty for at least…'),
          value: 'since' as const,
          description:
            longest === null
              ? vscode.l10n.t('not seen yet')
              : vscode.l10n.t('the longest was seen so for {0}', duration(longest, this.parts.words)),
          picked: false,
        },
      ],
    })
    const own = picked.filter((each) => each !== 'since')
    return {
      filter: own.reduce<GroupFilter>((filter, next) => ({ ...filter, ...next }), ANY),
      since: own.length < picked.length,
    }
  }

  /** Kafka tells nobody since when a group is Empty, so only what was seen from here counts. Milliseconds. */
  private async askSince(
    groups: readonly GroupSnapshot[],
    filter: GroupFilter,
  ): Promise<number | typeof BACK> {
    const { words, clock } = this.parts
    const { parseDuration } = await this.parts.engine()
    const parsed = (typed: string): ReturnType<typeof parseDuration> => parseDuration(typed, clock.now())
    const left = (emptyForMs: number): number =>
      deletableGroups(groups, { ...filter, emptyForMs }, clock.now()).length
    const longest = this.longestEmpty(groups)
    const typed = await askText({
      title: this.title,
      step: { number: 2, of: STEPS },
      prompt: vscode.l10n.t(
        'For how long at least? Kafka does not tell it, so only what was seen from here counts: since Lagline is connected and looks at the groups.',
      ),
      placeholder: vscode.l10n.t('for example 90 minutes, 2 days or PT12H'),
      problem: (value) => {
        const found = parsed(value)
        if ('args' in found) return words.say(found)
        if (found.ms < 0) return vscode.l10n.t('A group cannot be Empty for less than no time.')
        if (left(found.ms) > 0) return null
        return longest === null
          ? vscode.l10n.t('Of none of them it was seen for how long it is Empty.')
          : vscode.l10n.t(
              'None of them was seen Empty for so long; the longest for {0}.',
              duration(longest, words),
            )
      },
      hint: (value) => {
        const found = parsed(value)
        return 'args' in found ? null : vscode.l10n.t('{0} of {1}', left(found.ms), groups.length)
      },
    })
    const found = typed === BACK ? BACK : parsed(typed)
    return found === BACK || 'args' in found ? BACK : found.ms
  }

  /** For how long the one was seen Empty that was seen so the longest, ms; null = none was. */
  private longestEmpty(groups: readonly GroupSnapshot[]): number | null {
    const since = groups.flatMap(({ emptySince }) => (emptySince === null ? [] : [emptySince]))
    return since.length === 0 ? null : this.parts.clock.now() - Math.min(...since)
  }
}

/** The groups as the brokers list them now. */
export async function readGroups(cluster: Cluster): Promise<readonly GroupSnapshot[]> {
  await withCancel(vscode.l10n.t('Reading the groups of {0}…', cluster.settings.name), (signal) =>
    cluster.refresh({ kind: 'groups' }, signal),
  )
  return [...(cluster.snapshot.groups?.values() ?? [])]
}
