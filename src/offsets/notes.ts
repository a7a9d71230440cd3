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
  if (before < row.start) return say('offsets.note.commitBelowStart', row.start - before, row.start)
  if (before > row.end) return say('offsets.note.commitBeyondEnd', before - row.end)
  return null
}

/** The partitions that a plan does not cover, and why; null = it covers all. */
export function leftOutNote({ purpose, leftOut }: Plan): Text | null {
  if (leftOut.length === 0) return null
  const named =
    purpose.kind !== 'undo' && (purpose.scenario.kind === 'copyFrom' || purpose.scenario.kind === 'fromFile')
  return say(named ? 'offsets.note.notNamed' : 'offsets.note.leftOut', partitionList(leftOut))
}
