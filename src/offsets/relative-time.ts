import { casual } from 'chrono-node/en'
import { localTime, MINUTE, utc, wallClock, type Wall, zoneOffset } from './wall-clock'

/** Korean words for what the library reads in English; whatever is left over makes it refuse. */
const KOREAN: readonly (readonly [RegExp, string])[] = [
  [/(\d+)\s*초\s*전/g, '$1 seconds ago'],
  [/(\d+)\s*분\s*전/g, '$1 minutes ago'],
  [/(\d+)\s*시간\s*전/g, '$1 hours ago'],
  [/(\d+)\s*일\s*전/g, '$1 days ago'],
  [/(\d+)\s*주\s*전/g, '$1 weeks ago'],
  [/오늘/g, 'today'],
  [/어제/g, 'yesterday'],
  [/그제|그저께/g, '2 days ago'],
  [/내일/g, 'tomorrow'],
  [/지금/g, 'now'],
  [/정오/g, '12:00'],
  [/자정/g, '00:00'],
]

/** `오전 9시 30분`, `14시`. */
const KOREAN_CLOCK = /(오전|오후)?\s*(\d{1,2})시(?:\s*(\d{1,2})분)?/g

function fromKorean(input: string): string {
  const clock = (_all: string, half: string | undefined, hour: string, minute = '00'): string =>
    ` ${hour}:${minute.padStart(2, '0')}${half === undefined ? '' : half === '오전' ? ' am' : ' pm'}`
  return KOREAN.reduce((words, [korean, english]) => words.replace(korean, english), input)
    .replace(KOREAN_CLOCK, clock)
    .replace(/\s+/g, ' ')
    .trim()
}

/** `01/02/2026` means another day in another country; the one numbered form is read elsewhere, strictly. */
const NUMBERED_DATE = /\d[/-]\d|\d\.\d+\.\d/

/**
 * A time told in words, such as `2 hours ago`, `today 09:00`, `yesterday 14:30 UTC`, `2시간 전`. Only where all of the
 * input is understood, and as one moment: a word that is left over may change what is meant. A day alone is its first
 * moment; a day of the week alone is the last one. Epoch ms; null = not understood, or not a time of that day's clock.
 * @param now epoch ms. @param timeZone IANA name; that of the process where absent.
 */
export function relativeTime(input: string, now: number, timeZone?: string): number | null {
  const text = fromKorean(input)
  if (!/[a-z]/i.test(text) || NUMBERED_DATE.test(text)) return null
  const timezone = timeZone === undefined ? -new Date(now).getTimezoneOffset() : zoneOffset(now, timeZone)
  const [found, ...more] = casual.parse(text, { instant: new Date(now), timezone })
  if (found === undefined || more.length > 0 || found.index !== 0 || found.text.length !== text.length)
    return null
  if (found.end !== null && found.end !== undefined) return null
  const { start } = found
  const offset = start.get('timezoneOffset')
  const tags = start.tags()
  if (tags.has('result/relativeDate') || tags.has('casualReference/now'))
    return inRange(start.date().getTime())
  const hasClock = start.isCertain('hour') || tags.has('parser/ENCasualTimeParser')
  const of = (part: 'hour' | 'minute' | 'second' | 'millisecond'): number =>
    hasClock ? (start.get(part) ?? 0) : 0
  const today = wallClock(now, timezone, undefined)
  const wall: Wall = {
    year: start.get('year') ?? today.year,
    month: start.get('month') ?? today.month,
    day: start.get('day') ?? today.day,
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
    ms: of('millisecond'),
  }
  const time = momentOf(wall, offset, timeZone)
  if (time === null || time <= now || !start.isCertain('weekday') || start.isCertain('day'))
    return inRange(time)
  // The library takes the nearest such day; whoever goes back to a Monday means the last one.
  return /\bnext\b/i.test(text)
    ? inRange(time)
    : inRange(momentOf({ ...wall, day: wall.day - 7 }, offset, timeZone))
}

function momentOf(wall: Wall, offset: number | null, timeZone: string | undefined): number | null {
  return offset === null ? localTime(wall, timeZone) : utc(wall) - offset * MINUTE
}

function inRange(time: number | null): number | null {
  return time === null || !Number.isFinite(time) ? null : time
}
