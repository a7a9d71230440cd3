import { parseArgs } from 'node:util'
import { namedRoles, parseKafkaVersion, type NamedRole } from '../lint/index'

export type Format = 'text' | 'json'
const formats: readonly Format[] = ['text', 'json']

/** What the command line asks for. */
export interface Options {
  readonly format: Format
  readonly kafkaVersion: string | null
  readonly language: string | null
  readonly role: NamedRole | null
  readonly files: readonly string[]
}

/** Options, a wish for help, or why the arguments are none; the reason is a sentence for stderr. */
export type Arguments =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string }

class UsageError extends Error {}

/** @param languages language ids that some reader takes. */
export function readArguments(argv: readonly string[], languages: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'kafka-version': { type: 'string' },
        language: { type: 'string' },
        role: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help === true) return { kind: 'help' }
    if (positionals.length === 0) throw new UsageError('No file was named.')
    return {
      kind: 'options',
      options: {
        format: oneOf('--format', formats, values.format) ?? 'text',
        kafkaVersion: versionOf(values['kafka-version']),
        language: oneOf('--language', languages, values.language),
        role: oneOf('--role', namedRoles, values.role),
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

export function helpText(languages: readonly string[]): string {
  return `Usage: node lint.js [options] FILE...

Checks configuration files of Apache Kafka.

Options:
  --format ${formats.join('|')}     how findings are printed (text)
  --kafka-version V      the Kafka release the files are for (the newest)
  --language ID          how to read the files: ${languages.join(', ')} (by file name)
  --role R               what the files configure: ${namedRoles.join(', ')}
                         (by file name and keys)
  -h, --help             print this

Exit code: 0 nothing worse than an info, 1 a warning or an error, 2 wrong usage or an unreadable file.
`
}
