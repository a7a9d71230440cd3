const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '0': '\0',
}

/** Undoes the escapes that the languages have in common. */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u+([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r?\n[ \t]*|([\s\S]))/g,
    (_, braced?: string, four?: string, two?: string, other?: string) => {
      const hex = braced ?? four ?? two
      if (hex === undefined) return other === undefined ? '' : (escapes[other] ?? other)
      const code = parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

export interface StringRules {
  /** What is filled into a string of that prefix, as `${name}`. */
  readonly interpolation: (prefix: string, quote: string) => RegExp | null
  /** Whether a backslash is one. */
  readonly raw: (prefix: string, quote: string) => boolean
}

/** The text of a string literal, null where something is filled into it or it is not whole. */
export function stringValue(literal: string, rules: StringRules): string | null {
  const match = /^([A-Za-z@$]{0,3})(#*)("""|'''|["'`])([\s\S]*)\3\2$/.exec(literal)
  if (match === null) return null
  const [, prefix = '', , quote = '', body = ''] = match
  if (rules.interpolation(prefix, quote)?.test(body) === true) return null
  if (prefix.includes('@')) return body.replaceAll('""', '"')
  return rules.raw(prefix, quote) ? body : unescape(body)
}

/** A string literal in double quotes. */
export function quoted(value: string, quote = '"'): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
  return quote + escaped + quote
}
