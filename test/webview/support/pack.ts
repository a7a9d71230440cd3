/** Typed arrays do not pass `evaluate` everywhere: packed here, unpacked by the stub. */
export function pack(value: unknown): unknown {
  if (value instanceof Float64Array) return { $doubles: [...value] }
  if (Array.isArray(value)) return value.map(pack)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, pack(each)]))
}
