/** Numbers, offsets and times as the reader's language writes them. */

export interface PageFormat {
  /** A lag or a count: grouped digits. */
  number(value: number): string
  /** Short, for an axis: 12.5K. */
  compact(value: number): string
  /** A decimal string of any length, grouped without passing through a double. */
  offset(decimal: string): string
  /** Epoch ms to a time of day, with seconds. */
  time(ms: number): string
  /** Time of day without seconds, for an axis with wide steps. */
  minute(ms: number): string
  /** Day and month, for an axis that crosses midnight. */
  day(ms: number): string
}

/**
 * @param locale BCP 47; what the runtime does not know is read as English.
 * @param timeZone of the reader by default.
 */
export function pageFormat(locale: string, timeZone?: string): PageFormat {
  const language = knownLocale(locale)
  const zone = timeZone === undefined ? {} : { timeZone }
  const number = new Intl.NumberFormat(language)
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 })
  // 24 hours in every language: times stand close together on the axis and are compared with broker logs.
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone } as const
  const second = new Intl.DateTimeFormat(language, { ...clock, second: '2-digit' })
  const minute = new Intl.DateTimeFormat(language, clock)
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', ...zone })
  return {
    number: (value) => number.format(value),
    compact: (value) => compact.format(value),
    offset: (decimal) => number.format(BigInt(decimal)),
    time: (ms) => second.format(ms),
    minute: (ms) => minute.format(ms),
    day: (ms) => day.format(ms),
  }
}

function knownLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** Puts words into a template with `{0}` places. */
export function fill(template: string, ...words: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (place, index: string) => words[Number(index)] ?? place)
}
