/** How severe a finding is shown; `off`: not at all. */
export type SeveritySetting = 'off' | 'hint' | 'info' | 'warning' | 'error'

const SEVERITIES: ReadonlySet<unknown> = new Set<SeveritySetting>(['off', 'hint', 'info', 'warning', 'error'])

/** The lint settings that count for one file. */
export interface LintSettings {
  readonly enabled: boolean
  /** By rule id; a rule that is absent keeps its own severity. */
  readonly severity: ReadonlyMap<string, SeveritySetting>
  /** Null = the newest version known. */
  readonly kafkaVersion: string | null
  /** When new findings are shown: at once, or with the next save. */
  readonly run: 'onSave' | 'onType'
  readonly preset: 'recommended' | 'strict'
  /** Globs of files that are not looked at, below the folder. */
  readonly exclude: readonly string[]
  /** Name of the cluster that files are held against; null = not set. */
  readonly cluster: string | null
}

/** Reads what may have been written by hand; what is not understood counts as not written. */
export function readLintSettings(raw: {
  readonly enabled: unknown
  readonly severity: unknown
  readonly kafkaVersion: unknown
  readonly run: unknown
  readonly preset: unknown
  readonly exclude: unknown
  readonly cluster: unknown
}): LintSettings {
  const severity = new Map<string, SeveritySetting>()
  if (typeof raw.severity === 'object' && raw.severity !== null)
    for (const [rule, value] of Object.entries(raw.severity)) if (isSeverity(value)) severity.set(rule, value)
  const version = typeof raw.kafkaVersion === 'string' ? raw.kafkaVersion.trim() : ''
  return {
    enabled: raw.enabled !== false,
    severity,
    kafkaVersion: /^\d+\.\d+(\.\d+)?$/.test(version) ? version : null,
    run: raw.run === 'onType' ? 'onType' : 'onSave',
    preset: raw.preset === 'strict' ? 'strict' : 'recommended',
    exclude: Array.isArray(raw.exclude)
      ? raw.exclude.filter((glob): glob is string => typeof glob === 'string' && glob !== '')
      : [],
    cluster: typeof raw.cluster === 'string' && raw.cluster.trim() !== '' ? raw.cluster.trim() : null,
  }
}

function isSeverity(value: unknown): value is SeveritySetting {
  return SEVERITIES.has(value)
}
