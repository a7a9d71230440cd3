/** Which program loads the file: they differ in what they take for a number or a truth value. */
export type Loader = 'java' | 'compose' | 'kubernetes'

const truths: ReadonlyMap<string, string> = new Map(
  [
    ['true', 'true'],
    ['yes', 'true'],
    ['on', 'true'],
    ['false', 'false'],
    ['no', 'false'],
    ['off', 'false'],
  ].flatMap(([word = '', value = '']) => [
    [word, value],
    [word.toUpperCase(), value],
    [`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`, value],
  ]),
)

/**
 * What an unquoted scalar means to its loader, as text. SnakeYAML (Spring, Quarkus, Micronaut) and the YAML library of
 * Kubernetes read YAML 1.1: `yes` is true, `010` is 8, `1_000` is 1000. Compose takes only `true` and `false` for truth
 * values. Null = nothing.
 */
export function plainValue(source: string, loader: Loader): string | null {
  if (source === '' || source === '~' || /^(?:null|Null|NULL)$/.test(source)) return null
  const truth = truths.get(source)
  if (truth !== undefined && (loader !== 'compose' || source.toLowerCase() === truth)) return truth
  const first = source.charCodeAt(0)
  // A sign or a digit.
  if (first === 43 || first === 45 || (first >= 48 && first <= 57)) return wholeNumber(source) ?? source
  return source
}

const numbers = /^([+-]?)(?:0b([01_]+)|0x([0-9a-fA-F_]+)|0o?([0-7_]+)|([1-9][0-9_]*))$/

function wholeNumber(source: string): string | null {
  const match = numbers.exec(source)
  if (match === null) return null
  const [, sign = '', binary, hexadecimal, octal, decimal] = match
  const digits = (text: string): string => text.replaceAll('_', '')
  const minus = sign === '-' ? '-' : ''
  if (decimal !== undefined) return minus + digits(decimal)
  const prefixed =
    binary !== undefined
      ? `0b${digits(binary)}`
      : hexadecimal !== undefined
        ? `0x${digits(hexadecimal)}`
        : `0o${digits(octal ?? '')}`
  return prefixed.length === 2 ? null : minus + BigInt(prefixed).toString()
}

/** Words that a YAML 1.1 loader would not take for text, besides numbers. */
const notText = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i
const plainForm = /^[A-Za-z0-9_/.+-][\w./@+=;:,-]*$/

/** A scalar that means `text`, in the style of what stood there. */
export function writeScalar(text: string, style: string | undefined, mustBeText: boolean): string {
  if (style === 'QUOTE_SINGLE' && !/[\n\r]/.test(text)) return `'${text.replaceAll("'", "''")}'`
  if (style === 'QUOTE_DOUBLE') return JSON.stringify(text)
  const number = /^-?(?:0|[1-9]\d*)$/.test(text)
  const truth = text === 'true' || text === 'false'
  if (!mustBeText && (number || truth)) return text
  const plain = plainForm.test(text) && !/^[-.+]/.test(text) && !text.endsWith(':')
  return plain && !number && !/^[\d.+-]/.test(text) && !notText.test(text) ? text : JSON.stringify(text)
}
