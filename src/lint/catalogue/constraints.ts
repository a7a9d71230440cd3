/** What a setting may hold, read from the notation of Kafka's own documentation (`ConfigDef.Validator.toString`). */
export type Constraint =
  | {
      readonly kind: 'range'
      /** Inclusive; null = no bound. */
      readonly min: number | null
      readonly max: number | null
      /** Single values outside the range that are valid too, as in `[1,...,9] or -1`. */
      readonly also: readonly number[]
    }
  | { readonly kind: 'oneOf'; readonly values: readonly string[]; readonly ignoreCase: boolean }

const rangeForm = /^\[(-?[\d.]+),\.\.\.(?:,(-?[\d.]+))?\](?: or (-?\d+))?$/
const listForm = /^(\(case insensitive\) )?\[([^[\]]+)\]$/
/** Connect says the range of partitions and replication factors in words: at least 1, or -1 for the broker's default. */
const positiveOrDefault = /^Positive number\b.*, or -1 to use the broker's default$/

/** Null for prose: a sentence is neither a range nor a list. */
export function parseConstraint(form: string): Constraint | null {
  const range = rangeForm.exec(form)
  if (range !== null) {
    return {
      kind: 'range',
      min: Number(range[1]),
      max: range[2] === undefined ? null : Number(range[2]),
      also: range[3] === undefined ? [] : [Number(range[3])],
    }
  }
  if (positiveOrDefault.test(form)) return { kind: 'range', min: 1, max: null, also: [-1] }
  const list = listForm.exec(form)
  if (list === null) return null
  const values = (list[2] ?? '').split(',').map((value) => value.trim())
  return {
    kind: 'oneOf',
    values: values.filter((value) => value !== 'null'),
    ignoreCase: list[1] !== undefined,
  }
}
