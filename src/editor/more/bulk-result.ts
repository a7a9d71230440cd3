import type { GroupDeletion } from '../../clusters/types'
import type { Engine } from '../parts'
import { moreTexts } from '../texts/more'
import { tellerOf, type Words } from '../words'

/** What became of several groups that were to be deleted, counted. */
export interface BulkCounts {
  readonly deleted: number
  readonly failed: number
  /** The request was made, and it is not known what it did. */
  readonly unsettled: number
  readonly notTried: number
}

export function countsOf(results: readonly GroupDeletion[]): BulkCounts {
  let deleted = 0
  let failed = 0
  let unsettled = 0
  let notTried = 0
  for (const result of results)
    if (result.kind === 'notTried') notTried += 1
    else if (result.kind === 'failed' || result.outcome.record.state === 'failed') failed += 1
    else if (result.outcome.record.state === 'verified') deleted += 1
    else unsettled += 1
  return { deleted, failed, unsettled, notTried }
}

/** In one sentence. Success is said only where every group is gone. */
export function bulkSentence(results: readonly GroupDeletion[], cluster: string, words: Words): string {
  const t = tellerOf(words, moreTexts)
  const { deleted, failed, unsettled, notTried } = countsOf(results)
  if (deleted === results.length)
    return deleted === 1 ? t('bulk.done.one', cluster) : t('bulk.done', deleted, cluster)
  const parts = [
    t('bulk.part.deleted', deleted, results.length),
    failed > 0 ? t('bulk.part.failed', failed) : null,
    unsettled > 0 ? t('bulk.part.unsettled', unsettled) : null,
    notTried > 0 ? t('bulk.part.notTried', notTried) : null,
  ].filter((part) => part !== null)
  return t(
    'bulk.partial',
    cluster,
    parts.reduce((sum, part) => t('bulk.list', sum, part)),
  )
}

/** Group by group, what went wrong first. */
export function bulkDocument(
  results: readonly GroupDeletion[],
  cluster: string,
  words: Words,
  tableLines: Engine['tableLines'],
): string {
  const t = tellerOf(words, moreTexts)
  const rank = (result: GroupDeletion): number => (rowResult(result, words).good ? 1 : 0)
  const rows = [...results]
    .sort((a, b) => rank(a) - rank(b))
    .map((result): string[] => [
      result.group,
      result.kind === 'deleted' ? words.format.number(result.outcome.record.rows.length) : '',
      rowResult(result, words).said,
    ])
  const columns = [
    { title: t('bulk.column.group'), align: 'left' as const },
    { title: t('bulk.column.partitions'), align: 'right' as const },
    { title: t('bulk.column.result'), align: 'left' as const },
  ]
  return `${[bulkSentence(results, cluster, words), '', ...tableLines(columns, rows)].join('\n')}\n`
}

function rowResult(result: GroupDeletion, words: Words): { readonly good: boolean; readonly said: string } {
  const t = tellerOf(words, moreTexts)
  if (result.kind === 'notTried') return { good: false, said: t('bulk.row.notTried') }
  if (result.kind === 'failed') return { good: false, said: words.say(result.error.text) }
  const { record } = result.outcome
  if (record.state === 'verified') return { good: true, said: t('bulk.row.deleted') }
  const reason = record.rows.find(({ error }) => error !== null)?.error ?? null
  return { good: false, said: reason === null ? t('bulk.row.unsettled') : words.say(reason) }
}
