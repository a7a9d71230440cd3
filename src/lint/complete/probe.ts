import type { LintDocument, TextEdit } from '../document'
import { placeAt, type Place } from '../describe/place'
import type { Probe } from '../readers/reader'

/** A word that no file holds, of signs that every format takes in a key, also in the name of a variable. */
export const PROBE_WORD = 'LAGLINEPROBE'

/** What is put where a person types, so that an unfinished line can be read as a setting. */
interface Variant {
  /** Behind the word. */
  readonly rest: string
  /** What is to follow a chosen key, where nothing stands behind it. */
  readonly separator: string
}

const asIs: Variant = { rest: '', separator: '' }
const yaml: readonly Variant[] = [asIs, { rest: ': 0', separator: ': ' }]
/** Variables want their sign; what has no dot is an attribute of Quarkus' own. */
const properties: readonly Variant[] = ['', '=0', '.x'].map((rest) => ({ rest, separator: '=' }))
/** By language; in any other a word does, where the reader has no ways of its own. */
const families: Readonly<Record<string, readonly Variant[]>> = {
  yaml,
  dockercompose: yaml,
  'spring-boot-properties-yaml': yaml,
  properties,
  'java-properties': properties,
  ini: properties,
  'spring-boot-properties': properties,
  'quarkus-properties': properties,
  dotenv: properties,
}

/** A text in which the place where a person types is a setting. */
export interface Probed extends Place {
  /** The text as it is. */
  readonly text: string
  readonly at: number
  readonly document: LintDocument
  /** What is to follow a chosen key. */
  readonly separator: string
  /** An edit of the probed text as one of the text as it is. */
  readonly toText: (edit: TextEdit) => TextEdit
}

/** Reads a text as the format of the file; null = not about Kafka. */
export type Read = (text: string) => LintDocument | null

/**
 * Puts a word at the offset and reads the text again, in a few ways; gives each reading in which the word is part of a
 * key or a value. There is none in a comment.
 * @param own ways of the file's format, which are tried first.
 */
export function* probesAt(
  text: string,
  at: number,
  languageId: string | null,
  read: Read,
  own: readonly Probe[],
): Generator<Probed, void> {
  const usual = variantsAt(text, at, languageId).map(({ rest, separator }): Probe & { usual: true } => {
    return { from: at, to: at, word: PROBE_WORD, restAt: at, rest, separator, usual: true }
  })
  for (const probe of [...own, ...usual]) {
    const { from, to, word, restAt, rest, separator } = probe
    const kept = text.slice(to, restAt)
    const document = read(text.slice(0, from) + word + kept + rest + text.slice(restAt))
    const place = document === null ? null : placeAt(document, from + 1)
    if (document === null || place === null) continue
    yield {
      ...place,
      text,
      at,
      document,
      separator: 'usual' in probe ? separatorAt(text, at, place, separator) : separator,
      toText: ({ start, end, text: written }) => ({
        start: backFrom(start, probe, from),
        end: backFrom(end, probe, to),
        text: written,
      }),
    }
  }
}

/** An offset of the probed text as one of the text as it is. @param inWord what stands for one inside the word. */
function backFrom(offset: number, { from, to, word, restAt, rest }: Probe, inWord: number): number {
  if (offset <= from) return offset
  const wordEnd = from + word.length
  if (offset < wordEnd) return inWord
  const restStart = wordEnd + restAt - to
  if (offset <= restStart) return offset - wordEnd + to
  return Math.max(restAt, offset - word.length - rest.length + (to - from))
}

/** A lone word on a line of YAML is the beginning of a key first; without a colon it would be the value of the key above. */
function variantsAt(text: string, at: number, languageId: string | null): readonly Variant[] {
  const variants = families[languageId ?? ''] ?? [asIs]
  const end = text.indexOf('\n', at)
  const behind = text.slice(at, end < 0 ? text.length : end)
  const isLone =
    behind.trim() === '' && /^[ \t]*[\w.-]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))
  return variants === yaml && isLone ? [...variants].reverse() : variants
}

/** An element `KEY=value` of a list needs its sign too; nothing is added where one stands behind the key. */
function separatorAt(text: string, at: number, { block, entry }: Place, separator: string): string {
  const lineEnd = text.indexOf('\n', at)
  const line = text.slice(at, lineEnd < 0 ? text.length : lineEnd)
  if (/^[\w.[\]-]*['"]?\s*[=:]/.test(line)) return ''
  if (separator !== '' || block.prefix === '' || entry.value !== null) return separator
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return /^\s*-\s+["']?\w*$/.test(text.slice(lineStart, at)) ? '=' : separator
}

/** Whether a key or value holds the word that was put in. */
export function holdsProbe(text: string): boolean {
  return text.toUpperCase().includes(PROBE_WORD)
}
