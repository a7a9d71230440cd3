import { Names } from '../../catalogue/names'

/**
 * The grammar of `java.util.Properties.load`: natural lines joined by a backslash at their end, `=`, `:` or blanks
 * between key and value, comments only where a logical line starts, `\uXXXX` and other escapes. Unlike Java it goes on
 * after a malformed `\u`. Places are kept through continuations.
 */
export interface Property {
  readonly key: string
  readonly keyStart: number
  readonly keyEnd: number
  readonly value: string
  readonly valueStart: number
  readonly valueEnd: number
  /** Start of its first natural line, end of its last one behind the line end. */
  readonly start: number
  readonly end: number
}

export interface PropertyComment {
  readonly start: number
  readonly end: number
}

export interface Properties {
  readonly properties: Property[]
  readonly comments: PropertyComment[]
}

const TAB = 9
const LF = 10
const FF = 12
const CR = 13
const SPACE = 32
const BANG = 33
const HASH = 35
const COLON = 58
const EQUALS = 61
const BACKSLASH = 92
const BOM = 0xfeff

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || code === FF
}

/** @param names of keys are their copies in here, and known ones need not be looked through. */
export function tokenizeProperties(text: string, names = new Names()): Properties {
  const properties: Property[] = []
  const comments: PropertyComment[] = []
  const length = text.length
  // Most files: lines can be found without looking at every character.
  const plain = !text.includes('\\') && !text.includes('\r')
  let at = text.charCodeAt(0) === BOM ? 1 : 0
  let equals = -1
  while (at < length) {
    const lineStart = at
    while (at < length && isBlank(text.charCodeAt(at))) at++
    if (at >= length) break
    const first = text.charCodeAt(at)
    if (first === LF || first === CR) {
      at++
      continue
    }
    const contentStart = at
    let escaped = false
    if (plain) {
      at = text.indexOf('\n', at)
      if (at < 0) at = length
    } else {
      for (; at < length; at++) {
        const code = text.charCodeAt(at)
        if (code === LF || code === CR) break
        if (code === BACKSLASH) escaped = true
      }
    }
    const lineEnd = at
    const next = behindLineEnd(text, at)
    if (first === HASH || first === BANG) {
      comments.push({ start: contentStart, end: lineEnd })
      at = next
    } else if (escaped) {
      const line = joinLines(text, contentStart)
      at = line.next
      if (line.places.length > 0) properties.push(splitJoined(text, line, lineStart, contentStart, names))
    } else {
      // The first one from here on, found once however many lines have none.
      if (equals < contentStart) equals = text.indexOf('=', contentStart)
      if (equals < 0) equals = length
      properties.push(splitPlain(text, lineStart, contentStart, lineEnd, next, equals, names))
      at = next
    }
  }
  return { properties, comments }
}

function behindLineEnd(text: string, at: number): number {
  if (at >= text.length) return at
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
}

/** A line without a backslash: everything is a slice. */
function splitPlain(
  text: string,
  start: number,
  from: number,
  to: number,
  next: number,
  equals: number,
  names: Names,
): Property {
  const known = equals > from && equals < to ? names.find(text.slice(from, equals)) : undefined
  let keyEnd = known === undefined ? from : equals
  let separated = known !== undefined
  while (!separated && keyEnd < to) {
    const code = text.charCodeAt(keyEnd)
    separated = code === EQUALS || code === COLON
    if (separated || isBlank(code)) break
    keyEnd++
  }
  let valueStart = Math.min(separated ? keyEnd + 1 : keyEnd, to)
  while (valueStart < to) {
    const code = text.charCodeAt(valueStart)
    if (!isBlank(code)) {
      if (separated || (code !== EQUALS && code !== COLON)) break
      separated = true
    }
    valueStart++
  }
  let valueEnd = to
  while (valueEnd > valueStart && text.charCodeAt(valueEnd - 1) <= SPACE) valueEnd--
  return {
    key: known ?? names.of(text.slice(from, keyEnd)),
    keyStart: from,
    keyEnd,
    value: text.slice(valueStart, valueEnd),
    valueStart,
    valueEnd,
    start,
    end: next,
  }
}

interface JoinedLine {
  /** The characters of the logical line and the offset of each. */
  readonly characters: string
  readonly places: readonly number[]
  readonly next: number
}

/** Joins natural lines whose end is escaped; the blanks that start the following line are dropped. */
function joinLines(text: string, from: number): JoinedLine {
  const pieces: string[] = []
  const places: number[] = []
  let at = from
  for (;;) {
    let end = at
    let backslash = false
    while (end < text.length) {
      const code = text.charCodeAt(end)
      if (code === LF || code === CR) break
      backslash = code === BACKSLASH && !backslash
      end++
    }
    // A backslash at the very end is dropped too.
    const kept = backslash ? end - 1 : end
    pieces.push(text.slice(at, kept))
    for (let place = at; place < kept; place++) places.push(place)
    at = behindLineEnd(text, end)
    if (!backslash || at >= text.length) break
    while (at < text.length && isBlank(text.charCodeAt(at))) at++
    // Nothing was on the line but the backslash: a comment may start here.
    if (places.length === 0 && (text.charCodeAt(at) === HASH || text.charCodeAt(at) === BANG)) break
  }
  return { characters: pieces.join(''), places, next: at }
}

function splitJoined(text: string, line: JoinedLine, start: number, from: number, names: Names): Property {
  const { characters, places } = line
  const limit = characters.length
  let keyEnd = 0
  let escaped = false
  let separated = false
  while (keyEnd < limit) {
    const code = characters.charCodeAt(keyEnd)
    separated = !escaped && (code === EQUALS || code === COLON)
    if (separated || (!escaped && isBlank(code))) break
    escaped = code === BACKSLASH && !escaped
    keyEnd++
  }
  let valueStart = Math.min(separated ? keyEnd + 1 : keyEnd, limit)
  while (valueStart < limit) {
    const code = characters.charCodeAt(valueStart)
    if (!isBlank(code)) {
      if (separated || (code !== EQUALS && code !== COLON)) break
      separated = true
    }
    valueStart++
  }
  let valueEnd = limit
  while (valueEnd > valueStart && characters.charCodeAt(valueEnd - 1) <= SPACE) {
    if (oddBackslashes(characters, valueEnd - 1, valueStart)) break
    valueEnd--
  }
  const last = (places[limit - 1] ?? from) + 1
  const valuePlace = valueStart < limit ? (places[valueStart] ?? last) : last
  return {
    key: names.of(unescapeProperty(characters.slice(0, keyEnd))),
    keyStart: places[0] ?? from,
    keyEnd: keyEnd === 0 ? (places[0] ?? from) : (places[keyEnd - 1] ?? from) + 1,
    value: unescapeProperty(characters.slice(valueStart, valueEnd)),
    valueStart: valuePlace,
    valueEnd: valueEnd > valueStart ? (places[valueEnd - 1] ?? from) + 1 : valuePlace,
    start,
    end: line.next > text.length ? text.length : line.next,
  }
}

function oddBackslashes(text: string, before: number, from: number): boolean {
  let count = 0
  while (before - 1 - count >= from && text.charCodeAt(before - 1 - count) === BACKSLASH) count++
  return count % 2 === 1
}

const escapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n', f: '\f' }
const escapeForm = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g

/** Undoes the escapes of a key or value whose lines are joined. */
export function unescapeProperty(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(escapeForm, (_, hex: string | undefined, other: string | undefined) =>
    hex === undefined ? (escapes[other ?? ''] ?? other ?? '') : String.fromCharCode(parseInt(hex, 16)),
  )
}

/** Undoes continuations and escapes of a piece of a file, as it stands between `keyStart` and `keyEnd`. */
export function readProperty(piece: string): string {
  return unescapeProperty(joinLines(piece, 0).characters)
}

const keySpecials = /[\\=:#! \t\f\n\r]/g
const lineSpecials: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f' }

/** A key as it must be written. */
export function escapePropertyKey(key: string): string {
  return key.replace(keySpecials, (sign) => lineSpecials[sign] ?? `\\${sign}`)
}

/** A value as it must be written. */
export function escapePropertyValue(value: string): string {
  return value.replace(/[\\\n\r\f]/g, (sign) => lineSpecials[sign] ?? `\\${sign}`).replace(/^[ \t]/, '\\$&')
}
