import type { Say } from '../model/text'
import { partitionKey } from '../model/topics'
import type { RecordPage } from './page'
import { say as text } from './texts'

/** What was looked at, and what was found there. */
export interface Looked {
  readonly page: RecordPage
  /** Name of the cluster. */
  readonly cluster: string
  /** Epoch ms. */
  readonly readAt: number
  /** How long it took, ms, where its time was up before all was read; null = all was. */
  readonly timeUp: number | null
  /** Whose committed offset counts; null = nobody's. */
  readonly group: { readonly id: string; readonly committed: bigint | null } | null
  /** The time that was asked for, epoch ms, and the first offset of that age; null = no time was asked for. */
  readonly time: { readonly asked: number; readonly found: bigint | null } | null
}

/** What stands above the records: where they are, and where the group is. */
export function headLines({ page, cluster, readAt, timeUp, group, time }: Looked, say: Say): string[] {
  const name = partitionKey(page.topic, page.partition)
  const title = `${say(text('records.title', name, cluster))}    ${say(text('records.readAt', { time: readAt }))}`
  const lines = [title, say(coverage(page))]
  if (timeUp !== null) lines.push(say(text('records.timeUp', timeUp / 1000)))
  if (page.stable < page.end) lines.push(say(text('records.open', page.stable)))
  if (group !== null) lines.push(say(groupLine(group, page)))
  if (time !== null)
    lines.push(
      say(
        time.found === null
          ? text('records.time.none', { time: time.asked })
          : text('records.time.found', { time: time.asked }, time.found),
      ),
    )
  return lines
}

function coverage({ from, next, start, end }: RecordPage): ReturnType<typeof text> {
  if (start !== null && start === end) return text('records.covers.emptyLog', end)
  const last = end - 1n
  if (next <= from) return text('records.covers.empty', start ?? 0n, last)
  return start === null
    ? text('records.covers.sinceUnknown', from, next - 1n, last)
    : text('records.covers', from, next - 1n, start, last)
}

function groupLine(
  { id, committed }: NonNullable<Looked['group']>,
  { start, end }: RecordPage,
): ReturnType<typeof text> {
  if (committed === null) return text('records.group.none', id)
  if (start !== null && committed < start)
    return text('records.group.lost', id, committed, start, start - committed)
  if (committed > end) return text('records.group.beyond', id, committed, end)
  return committed === end
    ? text('records.group.atEnd', id, committed)
    : text('records.group.next', id, committed)
}
