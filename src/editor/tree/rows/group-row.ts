import type { GroupSnapshot } from '../../../clusters/types'
import { isInactive } from '../../../model/groups'
import { treeTexts } from '../../texts/tree'
import type { Words } from '../../words'
import { tellerOf } from '../../words'
import { duration } from '../duration'
import type { Row, RowIcon } from '../row'
import { phrase, spoken, tokens } from '../row'
import { lagPhrase, membersPhrase } from './parts'

/** What else decides what may be done with a group. */
export interface GroupRights {
  readonly writable: boolean
  /** A change made here can be undone. */
  readonly undoable: boolean
  /** Epoch ms. */
  readonly now: number
}

/** The row of a group: how it does, its lag, its state and type. */
export function groupRow(group: GroupSnapshot, rights: GroupRights, words: Words): Row {
  const parts = group.error === null ? healthyParts(group, rights, words) : [words.say(group.error.text)]
  const t = tellerOf(words, treeTexts)
  return {
    label: group.id,
    description: phrase(parts),
    tooltip: tooltip(group, rights, words),
    icon: icon(group),
    context: tokens('group', [
      `state=${group.state}`,
      `type=${group.type}`,
      rights.writable && 'writable',
      movable(group) && rights.writable && 'movable',
      isInactive(group.state) && group.error?.code !== 'unsupported' && rights.writable && 'deletable',
      rights.undoable && rights.writable && 'undo',
    ]),
    accessible: t(
      group.type === 'share' ? 'group.accessible.share' : 'group.accessible',
      group.id,
      spoken(parts),
    ),
    folding: 'collapsed',
  }
}

/**
 * True where Lagline can move offsets at all: those of streams groups are not all of their state, and brokers before
 * Kafka 4.1 have no way to move those of share groups.
 */
export function movable(group: Pick<GroupSnapshot, 'type' | 'error'>): boolean {
  return group.type !== 'streams' && group.error?.code !== 'unsupported'
}

/** True where another group can begin where this one stands: a share group has no single place. */
export function copyable(group: Pick<GroupSnapshot, 'type' | 'error'>): boolean {
  return movable(group) && group.type !== 'share'
}

function healthyParts(group: GroupSnapshot, rights: GroupRights, words: Words): (string | null)[] {
  const t = tellerOf(words, treeTexts)
  const verdict = group.lag === null ? null : t(`verdict.${group.verdict.kind}`)
  return [verdict, lagPhrase(group.lag, words), statePhrase(group, rights, words), t(`type.${group.type}`)]
}

function statePhrase(group: GroupSnapshot, rights: GroupRights, words: Words): string {
  const t = tellerOf(words, treeTexts)
  if (group.state === 'Empty' && group.emptySince !== null && rights.now - group.emptySince >= 1000)
    return t('group.empty.since', duration(rights.now - group.emptySince, words))
  const count = group.members?.length ?? 0
  return count === 0 ? group.state : t('group.state.members', group.state, membersPhrase(count, words))
}

function tooltip(group: GroupSnapshot, rights: GroupRights, words: Words): string[] {
  const t = tellerOf(words, treeTexts)
  const lines = [group.id]
  if (group.error !== null) lines.push(words.say(group.error.text))
  else if (group.lag !== null) lines.push(words.say(group.verdict.evidence))
  lines.push(t('group.tooltip.type', t(`type.${group.type}`)))
  lines.push(t('group.tooltip.state', statePhrase(group, rights, words)))
  const lag = group.lag
  if (lag !== null && lag.lag !== null) lines.push(t('group.tooltip.lag', lag.lag))
  if (lag !== null && lag.lost > 0n) lines.push(t('group.tooltip.lost', lag.lost))
  if (lag?.atLeast === true)
    lines.push(t(group.type === 'share' ? 'group.tooltip.atLeast.share' : 'group.tooltip.atLeast'))
  if (group.type === 'streams') lines.push(t('group.tooltip.noReset.streams'))
  else if (!rights.writable) lines.push(t('group.tooltip.noReset.readOnly'))
  else if (!isInactive(group.state)) lines.push(t('group.tooltip.noReset.members'))
  if (rights.undoable) lines.push(t('group.tooltip.undo'))
  if (group.at > 0) lines.push(t('group.tooltip.seen', { time: group.at }))
  return lines
}

function icon(group: GroupSnapshot): RowIcon {
  if (group.error !== null)
    return group.error.code === 'notAuthorized'
      ? { id: 'lock', color: null }
      : { id: 'error', color: 'problemsErrorIcon.foreground' }
  if (group.lag === null) return { id: 'circle-large-outline', color: null }
  const icons: Record<GroupSnapshot['verdict']['kind'], RowIcon> = {
    unknown: { id: 'circle-large-outline', color: null },
    keepingUp: { id: 'pass', color: 'testing.iconPassed' },
    fallingBehind: { id: 'warning', color: 'problemsWarningIcon.foreground' },
    stuck: { id: 'error', color: 'problemsErrorIcon.foreground' },
    stopped: { id: 'debug-pause', color: 'problemsWarningIcon.foreground' },
    idle: { id: 'circle-slash', color: 'disabledForeground' },
  }
  return icons[group.verdict.kind]
}
