/**
 * What a person reads, before it has a language. The pure rooms, kafka and clusters return texts; the editor looks
 * them up in the person's language, the command line formats the English.
 */

/** A value in a text. Numbers and offsets are grouped for the reader's language, `time` is epoch ms. */
export type TextArg = string | number | bigint | { readonly time: number } | Text

/** A sentence: `id` names its English in `texts/`, whose `{0}`, `{1}` … are replaced by `args`. */
export interface Text {
  readonly id: string
  readonly args: readonly TextArg[]
}

/** Turns a text into the reader's language. */
export type Say = (text: Text) => string

/** One room's table: text id to English. */
export type TextTable = Readonly<Record<string, string>>

/** How values look to a reader. */
export interface ValueFormat {
  /** A count, an offset or a lag: grouped digits. */
  number(value: number | bigint): string
  /** A moment, epoch ms, in the reader's time zone. */
  time(ms: number): string
}

/** A typed maker of texts for one table: a misspelt id does not compile. */
export function textsOf<T extends TextTable>(_table: T): (id: keyof T & string, ...args: TextArg[]) => Text {
  return (id, ...args) => ({ id, args })
}

/** Puts the arguments, already words, into a template with `{0}` places. */
export function fill(template: string, args: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (place, index: string) => args[Number(index)] ?? place)
}

/**
 * A `Say` over tables of templates. An id that no table has is shown as it is, never hidden.
 * @param translate the template in the reader's language (identity for English).
 */
export function sayWith(
  table: TextTable,
  format: ValueFormat,
  translate: (english: string) => string = (english) => english,
): Say {
  const say: Say = (text) => {
    const english = table[text.id]
    const words = text.args.map((arg) => {
      if (typeof arg === 'string') return arg
      if (typeof arg === 'number' || typeof arg === 'bigint') return format.number(arg)
      if ('time' in arg) return format.time(arg.time)
      return say(arg)
    })
    return english === undefined ? [text.id, ...words].join(' ') : fill(translate(english), words)
  }
  return say
}

/** Values as an English reader expects them; times in the given zone, or that of the process. */
export function englishFormat(timeZone?: string): ValueFormat {
  return localeFormat('en-US', timeZone)
}

/** Values for a BCP 47 locale. */
export function localeFormat(locale: string, timeZone?: string): ValueFormat {
  const number = new Intl.NumberFormat(locale)
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  return { number: (value) => number.format(value), time: (ms) => time.format(ms) }
}
