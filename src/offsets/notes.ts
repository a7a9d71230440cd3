import { assertNever } from '../model/assert'
import { KafkaError } from '../model/kafka-errors'
import type { Text } from '../model/text'
import type { Plan, PlanRow, RowFlag } from './plan-types'
import { readableOffset } from './rows'
import { listOf, partitionList, say } from './texts'

/** What is special about a row, in words; null = nothing. */
export function rowNote(row: PlanRow): Text | string | null {
  const notes = row.flags.map((flag) => flagNote(flag, row))
  const range = row.moves || row.flags.includes('unchanged') ? commitNote(row) : null
  if (range !== null) notes.push(range)
  return notes.length === 0 ? null : listOf(notes)
}

function flagNote(flag: RowFlag, row: PlanRow): Text {
  const wanted = row.wanted ?? 0n
  const start = row.start ?? 0n
  const end = row.end ?? 0n
  switch (flag) {
    case 'clampedToStart':
      return say('offsets.note.clampedToStart', wanted, start)
    case 'clampedToEnd':
      return say('offsets.note.clampedToEnd', wanted, end)
    case 'pastEnd':
      return say(start === end ? 'offsets.note.empty' : 'offsets.note.pastEnd')
    case 'noCommit':
      return row.before === null
        ? say('offsets.note.noCommit')
        : say('offsets.note.noCommit.negative', row.before.offset)
    case 'unchanged':
      return say('offsets.note.unchanged')
    case 'noLeader':
      return say('offsets.note.noLeader')
    case 'unknown':
      return blockedNote(row)
    case 'noBase':
      return say('offsets.note.noBase')
    case 'noSource':
      return say('offsets.note.noSource')
    case 'notStarted':
      return say('offsets.note.notStarted')
    case 'sameStart':
      return say('offsets.note.sameStart')
    case 'outsideLog':
      return say('offsets.note.outsideLog', wanted, start, end)
    case 'topicReplaced':
      return say('offsets.note.topicReplaced')
    default:
      return assertNever(flag)
  }
}

function blockedNote(row: PlanRow): Text {
  if (row.error === KafkaError.topicAuthorizationFailed) return say('offsets.note.denied')
  if (row.error === KafkaError.unknownTopicOrPartition || row.error === KafkaError.unknownTopicId)
    return say('offsets.note.unknown')
  return say('offsets.note.unreadable')
}

/** A commit that stands outside its log tells of deleted records, or of a topic made anew. */
function commitNote(row: PlanRow): Text | null {
  const before = readableOffset(row.before)
  if (before === null || row.start === null || row.end === null) return null
  // What is deleted above a start offset may have been delivered before.
  const share = row.before?.shareLag !== undefined
  if (before < row.start && !share) return say('offsets.note.commitBelowStart', row.start - before, row.start)
  if (before > row.end)
    return say(share ? 'offsets.note.startBeyondEnd' : 'offsets.note.commitBeyondEnd', before - row.end)
  return null
}

/** The partitions that a plan does not cover, and why; null = it covers all. */
export function leftOutNote({ purpose, leftOut, group }: Plan): Text | null {
  if (leftOut.length === 0) return null
  const named =
    purpose.kind !== 'undo' && (purpose.scenario.kind === 'copyFrom' || purpose.scenario.kind === 'fromFile')
  if (named) return say('offsets.note.notNamed', partitionList(leftOut))
  const share = group.type === 'share'
  return say(share ? 'offsets.note.leftOut.share' : 'offsets.note.leftOut', partitionList(leftOut))
}
