import type { Text } from '../model/text'
import { relativeTime } from './relative-time'
import { say } from './texts'
import { localTime, MINUTE, utc, wallClock, type Wall } from './wall-clock'

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
 * moment), or a time alone (today), or words (`2 hours ago`, `today 09:00`). Strict: the 31st of February is refused. Epoch ms, or a text that says what is
 * wrong.
 */
export function parseDateTime(input: string, context: DateTimeContext): { readonly time: number } | Text {
  const trimmed = input.trim()
  if (trimmed === '') return say('offsets.input.date.empty')
  const match = FORM.exec(trimmed)
  if (match === null || (match[1] === undefined && match[4] === undefined)) {
    const told = relativeTime(trimmed, context.now, context.timeZone)
    if (told === null) return say('offsets.input.date.form', trimmed)
    return told < 0 ? say('offsets.input.date.beforeEpoch') : { time: told }
  }
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

function isDay({ year, month, day }: Wall): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return (
    month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  )
}
