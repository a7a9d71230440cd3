import type { ChangeKind, ChangeRecord } from '../../model/change'
import { textsOf, type Text } from '../../model/text'
import { changesTexts } from '../../model/texts/changes'
import { moreTexts } from '../texts/more'
import { phrase, spoken, tokens, type Row, type RowIcon } from '../tree/row'
import { tellerOf, type Words } from '../words'

/** What else decides what is said of a change and may be done with it. */
export interface ChangeRights {
  readonly undone: boolean
  /** It can be undone, and its cluster is in the settings and may be changed. */
  readonly undoable: boolean
  /** How far it came, as `changeState` tells. */
  readonly state: Text
}

const ICONS: Record<ChangeKind, string> = {
  reset: 'history',
  seek: 'target',
  deleteGroup: 'trash',
  deleteOffsets: 'eraser',
  undo: 'discard',
}

/** The row of a change: the group, what was done, when, how far it came. */
export function changeRow(record: ChangeRecord, rights: ChangeRights, words: Words): Row {
  const t = tellerOf(words, moreTexts)
  const { group, cluster, rows, by } = record
  const partitions = rows.length === 1 ? t('changes.partitions.one') : t('changes.partitions', rows.length)
  const kind = words.say(textsOf(changesTexts)(`change.kind.${record.kind}`))
  const parts = [
    kind,
    cluster.name,
    words.format.time(record.at),
    by === undefined ? null : t('changes.by', by),
    partitions,
    words.say(rights.state),
  ]
  return {
    label: group.id,
    description: phrase(parts),
    tooltip: [group.id, ...parts.filter((part) => part !== null)],
    icon: iconOf(record, rights),
    context: tokens('change', [rights.undoable && 'undo']),
    accessible: t('changes.accessible', group.id, spoken(parts)),
    folding: 'none',
  }
}

function iconOf(record: ChangeRecord, { undone }: ChangeRights): RowIcon {
  if (record.state === 'failed') return { id: 'error', color: 'problemsErrorIcon.foreground' }
  if (record.state === 'sent') return { id: 'warning', color: 'problemsWarningIcon.foreground' }
  return { id: ICONS[record.kind], color: undone ? 'disabledForeground' : null }
}
