import type { Bookmark } from '../model/bookmark'
import { readCommit, string, writeCommit } from './json'
import { FORM, parseKept, readKeptRows, readOrigin, type Parsed } from './kept-file'

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
export function parseBookmark(text: string): Parsed<Bookmark> {
  return parseKept(text, (file) => ({
    ...readOrigin(file),
    name: string(file['name'], 'name'),
    rows: readKeptRows(file['rows'], (row, place, at) => ({
      ...place,
      commit: readCommit(row['commit'], `${at}.commit`),
    })),
  }))
}
