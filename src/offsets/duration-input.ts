import type { Text } from '../model/text'
import { say } from './texts'

/** A length of time, as typed. `iso` is what java.time.Duration reads; `ms` below 0 points into the future. */
export interface Duration {
  readonly ms: number
  readonly iso: string
}

/** As java.time.Duration.parse: days and smaller only, a sign on the whole and on each part, letters in any case. */
const ISO =
  /^([-+]?)P(?:([-+]?\d+)D)?(?:T(?=[-+\d])(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?$/i
const WORDS = /^(\d+(?:\.\d+)?)\s*([a-z]+|[가-힣]+?)(?=$|[\s\d,]|전|and)[\s,]*(?:and\s+)?/i
const SECOND = 1_000
const DAY = 86_400 * SECOND

/** Seconds of a unit that is told by a word. */
function unitOf(word: string): number | null {
  const unit = word.toLowerCase()
  if (/^(ms|millis|milliseconds?|밀리초)$/.test(unit)) return 1
  if (/^(s|secs?|seconds?|초)$/.test(unit)) return SECOND
  if (/^(m|mins?|minutes?|분)$/.test(unit)) return 60 * SECOND
  if (/^(h|hrs?|hours?|시간)$/.test(unit)) return 3_600 * SECOND
  if (/^(d|days?|일)$/.test(unit)) return DAY
  if (/^(w|weeks?|주)$/.test(unit)) return 7 * DAY
  return null
}

/**
 * A duration as typed: ISO 8601 as Kafka's own tool takes it (`PT1H30M`, `P1D`), or words (`90 min`, `1h 30m`,
 * `2 days`, `2시간 30분`). Months and years have no fixed length and are refused, as there.
 * @param now epoch ms: a duration must not reach behind 1970. A text says what is wrong.
 */
export function parseDuration(input: string, now: number): Duration | Text {
  const trimmed = input.trim()
  if (trimmed === '') return say('offsets.input.duration.empty')
  const ms = isoLength(trimmed) ?? wordsLength(trimmed)
  if (ms === null) return say('offsets.input.duration.form', trimmed)
  if (ms === 0) return say('offsets.input.duration.zero')
  if (ms > now) return say('offsets.input.duration.tooLong', trimmed)
  // What a Date can hold, and far beyond any record.
  return now - ms > 8.64e15 ? say('offsets.input.duration.tooFar', trimmed) : { ms, iso: isoOf(ms) }
}

/** Milliseconds; null where it is not the ISO form. */
function isoLength(text: string): number | null {
  const match = ISO.exec(text)
  if (match === null || match.slice(2, 6).every((part) => part === undefined)) return null
  const part = (index: number, unit: number): number => Number(match[index] ?? '0') * unit
  const ms = Number((match[6] ?? '').padEnd(9, '0')) / 1e6
  const fraction = match[5]?.startsWith('-') === true ? -ms : ms
  const sum = part(2, DAY) + part(3, 3_600 * SECOND) + part(4, 60 * SECOND) + part(5, SECOND) + fraction
  return Math.trunc(match[1] === '-' ? -sum : sum)
}

/** Milliseconds; null where a word is none of those known. */
function wordsLength(text: string): number | null {
  let left = text.replace(/\s*(ago|before now|전)$/i, '')
  if (left === '') return null
  let sum = 0
  while (left !== '') {
    const match = WORDS.exec(left)
    const unit = match === null ? null : unitOf(match[2] ?? '')
    if (match === null || unit === null) return null
    sum += Number(match[1]) * unit
    left = left.slice(match[0].length)
  }
  return Math.round(sum)
}

/** `PT1H30M`; below 0 each part has the sign: a word that begins with `-` would look like an option. */
function isoOf(ms: number): string {
  const sign = ms < 0 ? '-' : ''
  const size = Math.abs(ms)
  const days = Math.floor(size / DAY)
  const hours = Math.floor((size % DAY) / (3_600 * SECOND))
  const minutes = Math.floor((size % (3_600 * SECOND)) / (60 * SECOND))
  const seconds = (size % (60 * SECOND)) / SECOND
  const part = (value: number, unit: string): string => (value === 0 ? '' : `${sign}${value}${unit}`)
  const time = part(hours, 'H') + part(minutes, 'M') + part(seconds, 'S')
  return `P${part(days, 'D')}${time === '' ? '' : `T${time}`}`
}
