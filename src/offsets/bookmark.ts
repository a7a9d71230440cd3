import type { Bookmark, BookmarkRow } from '../model/bookmark'
import { PartitionMap } from '../model/topics'
import { GROUP_TYPES, integer, nullable, object, oneOf, readCommit, string, writeCommit } from './json'

/** The form of the file. A reader that does not know a form leaves the file alone. */
const FORM = 1

export type ParsedBookmark =
  { readonly ok: true; readonly value: Bookmark } | { readonly ok: false; readonly reason: string }

/** The text of a bookmark's file: JSON, offsets as decimal strings. */
export function serializeBookmark({ rows, ...about }: Bookmark): string {
  const file = {
    form: FORM,
    ...about,
    rows: rows.map(({ topic, topicId, partition, commit }) => ({
      topic,
      topicId,
      partition,
      commit: writeCommit(commit),
    })),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** Reads what `serializeBookmark` wrote. */
export function parseBookmark(text: string): ParsedBookmark {
  try {
    return { ok: true, value: readBookmark(JSON.parse(text)) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

function readBookmark(json: unknown): Bookmark {
  const file = object(json, 'the file')
  if (file['form'] !== FORM) throw new Error(`form is not ${FORM}`)
  const cluster = object(file['cluster'], 'cluster')
  const group = object(file['group'], 'group')
  return {
    id: string(file['id'], 'id'),
    at: integer(file['at'], 'at'),
    tool: string(file['tool'], 'tool'),
    ...(file['by'] === undefined ? {} : { by: string(file['by'], 'by') }),
    name: string(file['name'], 'name'),
    cluster: { id: string(cluster['id'], 'cluster.id'), name: string(cluster['name'], 'cluster.name') },
    group: { id: string(group['id'], 'group.id'), type: oneOf(GROUP_TYPES, group['type'], 'group.type') },
    rows: readRows(file['rows']),
  }
}

function readRows(json: unknown): BookmarkRow[] {
  if (!Array.isArray(json)) throw new Error('rows is not a list')
  const seen = new PartitionMap<true>()
  return json.map((item: unknown, index) => {
    const at = `rows[${index}]`
    const row = object(item, at)
    const topic = string(row['topic'], `${at}.topic`)
    const partition = integer(row['partition'], `${at}.partition`)
    if (topic === '') throw new Error(`${at}.topic is empty`)
    if (seen.has(topic, partition)) throw new Error(`${at} names ${topic}-${partition} a second time`)
    seen.set(topic, partition, true)
    return {
      topic,
      partition,
      topicId: nullable(row['topicId'], (value) => string(value, `${at}.topicId`)),
      commit: readCommit(row['commit'], `${at}.commit`),
    }
  })
}
