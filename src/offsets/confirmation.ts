import { assertNever } from '../model/assert'
import type { Text } from '../model/text'
import { partitionKey } from '../model/topics'
import { leftOutNote } from './notes'
import type { Plan, PlanRow, RowFlag } from './plan-types'
import { partsText, targetText } from './scenario-text'
import { summaryParts } from './summary'
import { partitionCount, partitionList, say, topicCount } from './texts'
import { bringsBackDeleted, createsGroup } from './title'
import { printable } from './width'

/** A modal's words: the question names the object, the details are sentences, the worst consequence first. */
export interface Confirmation {
  readonly question: Text
  readonly details: readonly Text[]
}

/** What a person is asked before `plan` is applied; the same numbers as in its document. */
export function confirmation(plan: Plan): Confirmation {
  return { question: question(plan), details: details(plan) }
}

function question(plan: Plan): Text {
  const group = printable(plan.group.id)
  const { purpose } = plan
  if (purpose.kind === 'undo' && purpose.bookmark !== undefined)
    return say('offsets.confirm.question.bookmark', group, printable(purpose.bookmark))
  if (purpose.kind === 'undo')
    return bringsBackDeleted(plan)
      ? say('offsets.confirm.question.undoDelete', group)
      : say('offsets.confirm.question.undo', group, { time: purpose.changeAt })
  const target = targetText(purpose.scenario, plan.madeAt)
  if (createsGroup(plan)) return say('offsets.confirm.question.create', group, target)
  const { scope } = purpose
  switch (scope.kind) {
    case 'group':
      return say('offsets.confirm.question.group', group, target)
    case 'topic':
      return say('offsets.confirm.question.topic', group, target, scope.topic)
    case 'partition':
      return say(
        'offsets.confirm.question.partition',
        group,
        target,
        partitionKey(scope.topic, scope.partition),
      )
    case 'parts':
      return say('offsets.confirm.question.parts', group, target, partsText(scope))
    default:
      return assertNever(scope)
  }
}

function details(plan: Plan): Text[] {
  const { summary, rows } = plan
  const share = plan.group.type === 'share'
  const moving = rows.filter((row) => row.moves)
  const removed = moving.filter((row) => row.after === null)
  const blocked = rows.filter((row) => !row.moves && !row.flags.includes('unchanged'))
  const texts = [
    summary.skipped > 0n
      ? say(share ? 'offsets.confirm.skips.share' : 'offsets.confirm.skips', summary.skipped)
      : say('offsets.confirm.skipsNone'),
    summary.replayed > 0n
      ? say(share ? 'offsets.confirm.replays.share' : 'offsets.confirm.replays', summary.replayed)
      : say(share ? 'offsets.confirm.replaysNone.share' : 'offsets.confirm.replaysNone'),
    say(
      'offsets.confirm.moves',
      partitionCount(summary.partitions),
      topicCount(summary.topics),
      summaryParts(summary),
    ),
    ...flagged(rows, 'clampedToStart'),
    ...flagged(rows, 'clampedToEnd'),
    ...flagged(rows, 'pastEnd'),
  ]
  if (removed.length > 0)
    texts.push(
      say(share ? 'offsets.confirm.deletes.share' : 'offsets.confirm.deletes', partitionList(removed)),
    )
  if (blocked.length > 0) texts.push(say('offsets.confirm.blocked', partitionList(blocked)))
  const leftOut = leftOutNote(plan)
  if (leftOut !== null) texts.push(leftOut)
  texts.push(...plan.warnings)
  const { purpose } = plan
  if (purpose.kind === 'undo' && removed.length < moving.length)
    texts.push(say(share ? 'offsets.confirm.undoRestores.share' : 'offsets.confirm.undoRestores'))
  if (createsGroup(plan)) texts.push(say('offsets.confirm.snapshot.create'))
  else if (purpose.kind !== 'undo' || purpose.bookmark !== undefined)
    texts.push(say(share ? 'offsets.confirm.snapshot.share' : 'offsets.confirm.snapshot'))
  return texts
}

/** One sentence for the rows with a flag: the row itself where there is one, their number where there are more. */
function flagged(
  rows: readonly PlanRow[],
  flag: RowFlag & ('clampedToStart' | 'clampedToEnd' | 'pastEnd'),
): Text[] {
  const found = rows.filter((row) => row.flags.includes(flag))
  const [first] = found
  if (first === undefined) return []
  if (found.length > 1) return [say(`offsets.confirm.${flag}.many`, partitionCount(found.length))]
  const name = partitionKey(first.topic, first.partition)
  return [say(`offsets.confirm.${flag}.one`, name, first.after?.offset ?? say('offsets.cell.none'))]
}
