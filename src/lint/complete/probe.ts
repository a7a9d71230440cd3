import type { LintDocument, TextEdit } from '../document'
import { placeAt, type Place } from '../describe/place'

/** A word that no file holds, of signs that every format takes in a key, also in the name of a variable. */
const WORD = 'LAGLINEPROBE'

/** What is put where a person types, so that an unfinished line can be read as a setting. */
interface Variant {
  /** Behind the word. */
  readonly rest: string
  /** What is to follow a chosen key, where nothing stands behind it. */
  readonly separator: string
}

const asIs: Variant = { rest: '', separator: '' }
const variantsByLanguage: Readonly<Record<string, readonly Variant[]>> = {
  yaml: [asIs, { rest: ': 0', separator: ': ' }],
  json: [asIs, { rest: '": "0"', separator: '": ' }],
  properties: [{ rest: '', separator: '=' }],
  code: [asIs, { rest: ': 0', separator: ': ' }],
}
const families: Readonly<Record<string, keyof typeof variantsByLanguage>> = {
  yaml: 'yaml',
  dockercompose: 'yaml',
  'spring-boot-properties-yaml': 'yaml',
  json: 'json',
  jsonc: 'json',
  properties: 'properties',
  'java-properties': 'properties',
  ini: 'properties',
  'spring-boot-properties': 'properties',
  'quarkus-properties': 'properties',
}

/** A text in which the place where a person types is a setting. */
export interface Probed extends Place {
  readonly document: LintDocument
  /** What is to follow a chosen key. */
  readonly separator: string
  /** An edit of the probed text as one of the text as it is. */
  readonly toText: (edit: TextEdit) => TextEdit
}

/** Reads a text as the format of the file; null = not about Kafka. */
export type Read = (text: string) => LintDocument | null

/**
 * Puts a word at the offset and reads the text again, in a few ways, until the word is part of a key or a value; null
 * where it is part of neither, as in a comment.
 */
export function probeAt(text: string, at: number, languageId: string | null, read: Read): Probed | null {
  for (const { rest, separator } of variantsAt(text, at, languageId)) {
    const inserted = WORD + rest
    const document = read(text.slice(0, at) + inserted + text.slice(at))
    const place = document === null ? null : placeAt(document, at + 1)
    if (document === null || place === null) continue
    const end = at + inserted.length
    return {
      ...place,
      document,
      separator: separatorAt(text, at, place, separator),
      toText: (edit) => ({
        start: Math.min(edit.start, at),
        end: edit.end <= end ? Math.min(edit.end, at) : edit.end - inserted.length,
        text: edit.text,
      }),
    }
  }
  return null
}

/** A lone word on a line of YAML is the beginning of a key first; without a colon it would be the value of the key above. */
function variantsAt(text: string, at: number, languageId: string | null): readonly Variant[] {
  const family = families[languageId ?? ''] ?? 'code'
  const variants = variantsByLanguage[family] ?? []
  const end = text.indexOf('\n', at)
  const behind = text.slice(at, end < 0 ? text.length : end)
  const isLone =
    behind.trim() === '' && /^[ \t]*[\w.-]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
  return family === 'yaml' && isLone ? [...variants].reverse() : variants
}

/** An element `KEY=value` of a list needs its sign too; nothing is added where one stands behind the key. */
function separatorAt(text: string, at: number, { block, entry }: Place, separator: string): string {
  const lineEnd = text.indexOf('\n', at)
  const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd)
  if (/^[\w.[\]-]*['"]?\s*[=:]/.test(line)) return ''
  // A property of an object that has no value yet.
  if (block.dialect === 'kafkajs' && /\w/.test(text.charAt(entry.keyRange.start))) return ': '
  if (separator !== '' || block.prefix === '' || entry.value !== null) return separator
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return /^\s*-\s+["']?\w*$/.test(text.slice(lineStart, at)) ? '=' : separator
}

/** Whether a key or value holds the word that was put in. */
export function holdsProbe(text: string): boolean {
  return text.toUpperCase().includes(WORD)
}
