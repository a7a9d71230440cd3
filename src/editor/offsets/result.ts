import type { ChangeOutcome } from '../../clusters/types'
import type { ChangeRow } from '../../model/change'
import type { Commit } from '../../model/commits'
import type { Engine } from '../parts'
import { offsetsUiTexts } from '../texts/offsets-ui'
import type { Words } from '../words'
import { tellerOf } from '../words'

/** `done`: all as planned. `partial`: some of it. `failed`: none of it. */
export type Verdict = 'done' | 'partial' | 'failed'

export interface Result {
  readonly verdict: Verdict
  readonly sentence: string
}

/** What became of a change, in one sentence. Success is said only where every row is as planned. */
export function resultOf(outcome: ChangeOutcome, words: Words): Result {
  const t = tellerOf(words, offsetsUiTexts)
  const { record, done, refused, different, unsettled } = outcome
  const group = record.group.id
  const bad = refused.length + different.length + unsettled.length
  if (record.kind === 'deleteGroup' && bad === 0 && record.state === 'verified')
    return { verdict: 'done', sentence: t('result.deleted', group) }
  if (record.kind === 'deleteGroup' && done.length === 0 && refused.length > 0)
    return { verdict: 'failed', sentence: t('result.notDeleted', group, reasonOf(refused, words)) }
  if (record.kind === 'deleteGroup' && done.length === 0)
    return { verdict: 'failed', sentence: t('result.unsettledDelete', group) }
  if (bad === 0) return { verdict: 'done', sentence: doneSentence(outcome, words) }
  const parts = [
    done.length > 0
      ? t(record.kind === 'deleteOffsets' ? 'result.part.deleted' : 'result.part.moved', done.length)
      : null,
    refused.length > 0 ? t('result.part.refused', refused.length, reasonOf(refused, words)) : null,
    different.length > 0 ? t('result.part.different', different.length) : null,
    unsettled.length > 0 ? t('result.part.unsettled', unsettled.length) : null,
  ].filter((part) => part !== null)
  const list = parts.reduce((sum, part) => t('result.part.list', sum, part))
  return { verdict: done.length > 0 ? 'partial' : 'failed', sentence: t('result.partial', group, list) }
}

function doneSentence({ record, done }: ChangeOutcome, words: Words): string {
  const t = tellerOf(words, offsetsUiTexts)
  const removes = done.length > 0 && done.every(({ after }) => after === null)
  const id =
    record.kind === 'undo'
      ? removes
        ? 'result.removed'
        : 'result.undone'
      : record.kind === 'deleteOffsets'
        ? 'result.offsetsDeleted'
        : 'result.moved'
  return done.length === 1 ? t(`${id}.one`, record.group.id) : t(id, record.group.id, done.length)
}

function reasonOf(refused: readonly ChangeRow[], words: Words): string {
  const reason = refused.find(({ error }) => error !== null)?.error ?? null
  return reason === null ? '' : words.say(reason).replace(/\.$/, '')
}

/** The change partition by partition, as a text: what stood there, what was sent, what was found. */
export function resultDocument(
  outcome: ChangeOutcome,
  words: Words,
  tableLines: Engine['tableLines'],
): string {
  const t = tellerOf(words, offsetsUiTexts)
  const { record } = outcome
  const share = record.group.type === 'share'
  const offset = (commit: Commit | null): string => {
    if (commit === null) return t('resultDocument.none')
    return share && commit.offset < 0n ? t('resultDocument.notStarted') : words.format.number(commit.offset)
  }
  const line = (row: ChangeRow, found: string, result: string): string[] => [
    row.topic,
    String(row.partition),
    offset(row.before),
    offset(row.after),
    found,
    result,
  ]
  const rows = [
    ...outcome.refused.map((row) =>
      line(row, offset(row.before), row.error === null ? t('resultDocument.unknown') : words.say(row.error)),
    ),
    ...outcome.different.map(({ row, found }) => line(row, offset(found), t('resultDocument.different'))),
    ...outcome.unsettled.map((row) => line(row, t('resultDocument.unknown'), t('resultDocument.unsettled'))),
    ...outcome.done.map((row) => line(row, offset(row.after), t('resultDocument.done'))),
  ]
  const columns = (['topic', 'partition', 'before', 'sent', 'found', 'result'] as const).map((id) => ({
    title: t(`resultDocument.column.${id}`),
    align: id === 'topic' || id === 'result' ? ('left' as const) : ('right' as const),
  }))
  const head = [
    t('resultDocument.title', record.group.id, record.cluster.name, { time: record.at }),
    resultOf(outcome, words).sentence,
  ]
  return `${[...head, '', ...tableLines(columns, rows)].join('\n')}\n`
}
