export const MINUTE = 60_000

/** A moment as a clock on the wall shows it. */
export interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly ms: number
}

/** `Date.UTC` takes years below 100 for those of the last century; such a year is before 1970 either way. */
export function utc(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second, wall.ms)
}

/** What the clock on the wall shows at `time`: in a zone given as minutes, or a named one, or the process's. */
export function wallClock(time: number, zone: number | null, timeZone: string | undefined): Wall {
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
export function zoneOffset(time: number, timeZone: string): number {
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
export function localTime(wall: Wall, timeZone: string | undefined): number | null {
  const guess = utc(wall)
  const offsetAt = (time: number): number =>
    timeZone === undefined ? -new Date(time).getTimezoneOffset() : zoneOffset(time, timeZone)
  const day = 24 * 60 * MINUTE
  const candidates = [...new Set([offsetAt(guess - day), offsetAt(guess + day)])]
    .map((offset) => guess - offset * MINUTE)
    .filter((time) => time + offsetAt(time) * MINUTE === guess)
  return candidates.length === 0 ? null : Math.min(...candidates)
}
