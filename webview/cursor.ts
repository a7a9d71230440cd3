/** The reader's place in the plot: a line and a moment. Pure; the keys are those a slider has. */
import { firstFrom, nearest } from './history'

export interface Cursor {
  /** Key of the line. */
  readonly line: string
  /** Epoch ms of a sample. A time and not an index, as samples go out at the left while one reads. */
  readonly time: number
}

/** What there is to walk through. */
export interface CursorSpace {
  /** Keys of the lines that can be seen, worst first. */
  readonly lines: readonly string[]
  /** Epoch ms, ascending. */
  readonly times: readonly number[]
  /** Samples before this moment are out of sight. */
  readonly from: number
}

const PAGE = 10

/**
 * Where a key leads: arrows by sample and line, page keys by ten samples, Home and End to the oldest and newest.
 * The first key puts the cursor on the newest sample of the worst line; Escape takes it away.
 * @returns undefined for a key that means nothing here.
 */
export function moveCursor(
  cursor: Cursor | null,
  key: string,
  space: CursorSpace,
): Cursor | null | undefined {
  const { lines, times } = space
  const step = steps.get(key)
  if (key === 'Escape') return null
  if (step === undefined) return undefined
  const first = firstFrom(times, space.from)
  const last = times.length - 1
  if (lines.length === 0 || last < first) return null
  const at = cursor === null ? -1 : lines.indexOf(cursor.line)
  const line = lines[clamp(at < 0 ? 0 : at + step.lines, 0, lines.length - 1)]
  const here = cursor === null ? last : nearest(times, cursor.time) + step.samples
  const time = times[clamp(here, first, last)]
  return line === undefined || time === undefined ? null : { line, time }
}

const steps: ReadonlyMap<string, { readonly samples: number; readonly lines: number }> = new Map([
  ['ArrowLeft', { samples: -1, lines: 0 }],
  ['ArrowRight', { samples: 1, lines: 0 }],
  ['ArrowUp', { samples: 0, lines: -1 }],
  ['ArrowDown', { samples: 0, lines: 1 }],
  ['PageUp', { samples: -PAGE, lines: 0 }],
  ['PageDown', { samples: PAGE, lines: 0 }],
  ['Home', { samples: -Infinity, lines: 0 }],
  ['End', { samples: Infinity, lines: 0 }],
])

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
