import { parseArgs } from 'node:util'
import { namedRoles, parseKafkaVersion, type NamedRole, type Severity } from '../lint/index'
import { UsageError } from './world'

const formats = ['text', 'json', 'sarif', 'github'] as const
export type Format = (typeof formats)[number]
/** The rules of the cluster preset are on where there is a snapshot of a cluster. */
export const chosenPresets = ['recommended', 'strict'] as const
export type ChosenPreset = (typeof chosenPresets)[number]
/** From the worst on. */
export const failLevels = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[]

/** What the command line asks for; null = it does not say. */
export interface Options {
  readonly format: Format
  readonly failOn: Severity
  readonly preset: ChosenPreset | null
  readonly kafkaVersion: string | null
  readonly language: string | null
  readonly role: NamedRole | null
  /** Files as they were named. */
  readonly cluster: string | null
  readonly config: string | null
  readonly baseline: string | null
  readonly updateBaseline: boolean
  readonly fix: boolean
  /** Files, folders and globs. */
  readonly files: readonly string[]
}

/** Options, a wish for help, or why the arguments are none; the reason is a sentence for stderr. */
export type Arguments =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly reason: string }

/** @param languages language ids that some reader takes. */
export function readArguments(argv: readonly string[], languages: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        preset: { type: 'string' },
        'kafka-version': { type: 'string' },
        language: { type: 'string' },
        role: { type: 'string' },
        cluster: { type: 'string' },
        config: { type: 'string' },
        baseline: { type: 'string' },
        'update-baseline': { type: 'boolean' },
        fix: { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help === true) return { kind: 'help' }
    if (values.version === true) return { kind: 'version' }
    if (positionals.length === 0) throw new UsageError('No file was named.')
    const baseline = fileOf('--baseline', values.baseline)
    const updateBaseline = values['update-baseline'] === true
    if (updateBaseline && baseline === null)
      throw new UsageError('--update-baseline needs --baseline FILE, the file to write.')
    return {
      kind: 'options',
      options: {
        format: oneOf('--format', formats, values.format) ?? 'text',
        failOn: oneOf('--fail-on', failLevels, values['fail-on']) ?? 'warning',
        preset: oneOf('--preset', chosenPresets, values.preset),
        kafkaVersion: versionOf(values['kafka-version']),
        language: oneOf('--language', languages, values.language),
        role: oneOf('--role', namedRoles, values.role),
        cluster: fileOf('--cluster', values.cluster),
        config: fileOf('--config', values.config),
        baseline,
        updateBaseline,
        fix: values.fix === true,
        files: positionals,
      },
    }
  } catch (error) {
    return { kind: 'wrong', reason: reasonOf(error) }
  }
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string | undefined): T | null {
  if (value === undefined) return null
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}, not "${value}".`)
  return found
}

function fileOf(option: string, value: string | undefined): string | null {
  if (value === '') throw new UsageError(`${option} takes the name of a file.`)
  return value ?? null
}

function versionOf(value: string | undefined): string | null {
  if (value === undefined) return null
  if (parseKafkaVersion(value) === null)
    throw new UsageError(`--kafka-version takes a release such as 3.9 or 4.3.1, not "${value}".`)
  return value
}

/** `parseArgs` says in its first sentence what is wrong; the rest explains how to write odd file names. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [first = ''] = message.replace(/\. To specify a positional argument[\s\S]*$/, '.').split('\n')
  return first.endsWith('.') ? first : `${first}.`
}
