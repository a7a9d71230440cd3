/** What the files of change records and of bookmarks have in common. What does not fit throws an `Error`. */
import type { ChangeRecord } from '../model/change'
import { PartitionMap, type TopicPartition } from '../model/topics'
import { GROUP_TYPES, integer, nullable, object, oneOf, string } from './json'

/** The form of the files. A reader that does not know a form leaves the file alone. */
export const FORM = 1

/** What was read, or why the text is none: a damaged file never becomes a wrong undo. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

/** Reads a file's text; everything is checked, nothing guessed. */
export function parseKept<T>(text: string, read: (file: Record<string, unknown>) => T): Parsed<T> {
  try {
    const file = object(JSON.parse(text), 'the file')
    if (file['form'] !== FORM) throw new Error(`form is not ${FORM}`)
    return { ok: true, value: read(file) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

/** Who wrote it, when, and of which group. */
export function readOrigin(
  file: Record<string, unknown>,
): Pick<ChangeRecord, 'id' | 'at' | 'tool' | 'by' | 'cluster' | 'group'> {
  const cluster = object(file['cluster'], 'cluster')
  const group = object(file['group'], 'group')
  return {
    id: string(file['id'], 'id'),
    at: integer(file['at'], 'at'),
    tool: string(file['tool'], 'tool'),
    ...(file['by'] === undefined ? {} : { by: string(file['by'], 'by') }),
    cluster: { id: string(cluster['id'], 'cluster.id'), name: string(cluster['name'], 'cluster.name') },
    group: { id: string(group['id'], 'group.id'), type: oneOf(GROUP_TYPES, group['type'], 'group.type') },
  }
}

/** Where a row stands. */
export interface KeptPlace extends TopicPartition {
  readonly topicId: string | null
}

/** The rows of a file, each partition once. `read` gets a row, its place, and how to name it. */
export function readKeptRows<T>(
  json: unknown,
  read: (row: Record<string, unknown>, place: KeptPlace, at: string) => T,
): T[] {
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
    const topicId = nullable(row['topicId'], (value) => string(value, `${at}.topicId`))
    return read(row, { topic, partition, topicId }, at)
  })
}
