import type { Text } from '../model/text'
import { say } from './texts'

const MAX_OFFSET = 2n ** 63n - 1n

/** An offset as typed; digits may be grouped as they are shown (`4,310`, `4 310`, `4_310`). A text says what is wrong. */
export function parseOffset(input: string): bigint | Text {
  const trimmed = input.trim()
  if (trimmed === '') return say('offsets.input.offset.empty')
  const digits = /^-?\d{1,3}([,_\u0020\u00a0\u202f]\d{3})+$/.test(trimmed)
    ? trimmed.replace(/[^-\d]/g, '')
    : trimmed
  if (!/^-?\d+$/.test(digits)) return say('offsets.input.offset.notNumber', trimmed)
  const offset = BigInt(digits)
  if (digits.startsWith('-')) return say('offsets.input.offset.negative')
  return offset > MAX_OFFSET ? say('offsets.input.offset.tooLarge', trimmed) : offset
}

/** What a time is read against. */
export interface DateTimeContext {
  /** Epoch ms: `10:30` alone means today. */
  readonly now: number
  /** IANA name for times without a zone; that of the process where absent. */
  readonly timeZone?: string
}

const FORM =
  /^(?:(\d{4})-(\d{2})-(\d{2})(?:[T ](?=\d)|$))?(?:(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?$/

/**
 * A time as typed: ISO 8601 with `T` or a blank, seconds, milliseconds and zone optional, or a date alone (its first
 * moment), or a time alone (today). Strict: the 31st of February is refused. Epoch ms, or a text that says what is
 * wrong.
 */
export function parseDateTime(input: string, context: DateTimeContext): { readonly time: number } | Text {
  const trimmed = input.trim()
  if (trimmed === '') return say('offsets.input.date.empty')
  const match = FORM.exec(trimmed)
  if (match === null || (match[1] === undefined && match[4] === undefined))
    return say('offsets.input.date.form', trimmed)
  const zone = zoneMinutes(match[8])
  if (zone === 'bad') return say('offsets.input.date.noSuchZone', match[8] ?? '')
  const today = wallClock(context.now, zone, context.timeZone)
  const number = (index: number, otherwise: number): number =>
    match[index] === undefined ? otherwise : Number(match[index])
  const wall: Wall = {
    year: number(1, today.year),
    month: number(2, today.month),
    day: number(3, today.day),
    hour: number(4, 0),
    minute: number(5, 0),
    second: number(6, 0),
    ms: Number((match[7] ?? '').padEnd(3, '0')),
  }
  if (!isDay(wall)) return say('offsets.input.date.noSuchDay', trimmed)
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 59)
    return say('offsets.input.date.noSuchTime', trimmed)
  const time = zone === null ? localTime(wall, context.timeZone) : utc(wall) - zone * MINUTE
  if (time === null) return say('offsets.input.date.skippedHour', trimmed)
  return time < 0 ? say('offsets.input.date.beforeEpoch') : { time }
}

const MINUTE = 60_000

/** A moment as a clock on the wall shows it. */
interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
}

/** Minutes east of Greenwich; null where none was given. ISO 8601 zones go to 18 hours (java.time.ZoneOffset). */
function zoneMinutes(zone: string | undefined): number | null | 'bad' {
  if (zone === undefined) return null
  if (zone === 'Z' || zone === 'z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || '0')
  const total = hours * 60 + minutes
  if (minutes > 59 || total > 18 * 60) return 'bad'
  return zone.startsWith('-') ? -total : total
}

/** `Date.UTC` takes years below 100 for those of the last century; such a year is before 1970 either way. */
function utc(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.ms)
}

function isDay({ year, month, day }: Wall): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return (
    month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  )
}

/** What the clock on the wall shows at `time`: in a zone given as minutes, or a named one, or the process's. */
function wallClock(time: number, zone: number | null, timeZone: string | undefined): Wall {
  if (zone === null && timeZone === undefined) {
    const date = new Date(time)
    return {
      year: date.getFullYear(),
      month: date.getMonth() + 1,
      day: date.getDate(),
      hour: date.getHours(),
      minute: date.getMinutes(),
      second: date.getSeconds(),
      ms: date.getMilliseconds(),
    }
  }
  const offset = zone ?? zoneOffset(time, timeZone ?? 'UTC')
  const date = new Date(time + offset * MINUTE)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    ms: date.getUTCMilliseconds(),
  }
}

/** Minutes that a named zone is ahead of UTC at `time`. */
function zoneOffset(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((p) => p.type === type)?.value ?? '0')
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return Math.round((shown - Math.floor(time / 1000) * 1000) / MINUTE)
}

/** The moment a local clock showed `wall`, the earlier one where it did so twice; null where it never did. */
function localTime(wall: Wall, timeZone: string | undefined): number | null {
  const guess = utc(wall)
  const offsetAt = (time: number): number =>
    timeZone === undefined ? -new Date(time).getTimezoneOffset() : zoneOffset(time, timeZone)
  const day = 24 * 60 * MINUTE
  const candidates = [...new Set([offsetAt(guess - day), offsetAt(guess + day)])]
    .map((offset) => guess - offset * MINUTE)
    .filter((time) => time + offsetAt(time) * MINUTE === guess)
  return candidates.length === 0 ? null : Math.min(...candidates)
}
