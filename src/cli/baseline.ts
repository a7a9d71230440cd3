import { createHash } from 'node:crypto'
import { UsageError } from './world'

/** What a finding is known by, wherever its line moves to. */
export interface Known {
  /** With `/`, relative to the folder of the baseline. */
  readonly file: string
  readonly rule: string
  readonly key: string | null
  /** Of its line without the blanks around. */
  readonly line: string
}

interface Counted extends Known {
  /** How many findings are the same in all this. */
  readonly count: number
}

/** 16 hex digits of the line's SHA-256. */
export function hashOfLine(line: string): string {
  return createHash('sha256').update(line.trim()).digest('hex').slice(0, 16)
}

/** Findings that are put up with. */
export class Baseline {
  private readonly left = new Map<string, number>()
  private readonly entries: readonly Counted[]

  constructor(entries: readonly Counted[] = []) {
    this.entries = entries
    for (const entry of entries) this.left.set(idOf(entry), (this.left.get(idOf(entry)) ?? 0) + entry.count)
  }

  /** Whether it holds the finding; each entry covers as many findings as it counts. */
  take(finding: Known): boolean {
    const left = this.left.get(idOf(finding)) ?? 0
    if (left > 0) this.left.set(idOf(finding), left - 1)
    return left > 0
  }

  /**
   * A baseline of these findings and of what this one says of other files.
   * @param keeps whether an entry of that file stays although the file was not looked at.
   */
  with(findings: readonly Known[], keeps: (file: string) => boolean): Baseline {
    const counts = new Map<string, Counted>()
    for (const finding of findings) {
      const id = idOf(finding)
      counts.set(id, { ...finding, count: (counts.get(id)?.count ?? 0) + 1 })
    }
    return new Baseline([...this.entries.filter(({ file }) => keeps(file)), ...counts.values()])
  }

  /** Sorted, one finding per line, so that versions of it compare and merge well. */
  toText(): string {
    const lines = [...this.entries]
      .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
      .map(({ file, rule, key, line, count }) => `    ${JSON.stringify({ file, rule, key, line, count })}`)
    return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`
  }
}

function idOf({ file, rule, key, line }: Known): string {
  return JSON.stringify([file, rule, key, line])
}

/** @throws UsageError where it is no baseline. */
export function parseBaseline(text: string, name: string): Baseline {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${(error as Error).message}.`)
  }
  const { version, findings } = (value ?? {}) as { version?: unknown; findings?: unknown }
  if (version !== 1 || !Array.isArray(findings))
    throw new UsageError(`${name} is no baseline: write a new one with --update-baseline.`)
  return new Baseline(findings.map((entry: unknown, at) => entryOf(entry, `${name}: findings[${at}]`)))
}

function entryOf(value: unknown, place: string): Counted {
  const { file, rule, key, line, count } = (value ?? {}) as Partial<Record<keyof Counted, unknown>>
  if (
    typeof file !== 'string' ||
    typeof rule !== 'string' ||
    (typeof key !== 'string' && key !== null) ||
    typeof line !== 'string' ||
    typeof count !== 'number'
  )
    throw new UsageError(
      `${place} is no finding: it must have "file", "rule", "key", "line" and "count"; --update-baseline writes them.`,
    )
  return { file, rule, key, line, count }
}
