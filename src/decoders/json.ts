/** Deeper than this is not indented further: the text would grow with the square of the depth. */
const deepestIndent = 32

/**
 * JSON with a line for each value. Numbers stay as they are written: read and written again, a large one would be
 * another. Null where it is not JSON.
 */
export function prettyJson(text: string): string | null {
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []
  const out: string[] = []
  let depth = 0
  const line = (): void => void out.push('\n', '  '.repeat(Math.min(depth, deepestIndent)))
  tokens.forEach((token, at) => {
    if (token === '{' || token === '[') {
      out.push(token)
      depth += 1
      if (!isClosing(tokens[at + 1])) line()
    } else if (isClosing(token)) {
      depth -= 1
      if (tokens[at - 1] !== '{' && tokens[at - 1] !== '[') line()
      out.push(token)
    } else if (token === ',') {
      out.push(token)
      line()
    } else out.push(token === ':' ? ': ' : token)
  })
  return out.join('')
}

function isClosing(token: string | undefined): boolean {
  return token === '}' || token === ']'
}

/** What the decoders of schemas make: JSON's values, and numbers and bytes that it has no form for. */
export type Value =
  null | boolean | number | bigint | string | Uint8Array | readonly Value[] | ReadonlyMap<string, Value>

/**
 * A decoded value as JSON with a line for each field. Large numbers keep all their digits, bytes are hex as
 * `0x…`, and numbers that JSON does not have are texts, as Protobuf's own JSON writes them.
 */
export function writeValue(value: Value, depth = 0): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : `"${value}"`
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Uint8Array)
    return `"0x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`
  const inner = `\n${'  '.repeat(Math.min(depth + 1, deepestIndent))}`
  const outer = `\n${'  '.repeat(Math.min(depth, deepestIndent))}`
  const isList = Array.isArray(value)
  const items = isList
    ? (value as readonly Value[]).map((item) => writeValue(item, depth + 1))
    : [...(value as ReadonlyMap<string, Value>)].map(
        ([key, item]) => `${JSON.stringify(key)}: ${writeValue(item, depth + 1)}`,
      )
  const [open, close] = isList ? '[]' : '{}'
  return items.length === 0 ? `${open}${close}` : `${open}${inner}${items.join(`,${inner}`)}${outer}${close}`
}
