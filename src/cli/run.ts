import type { Linter } from '../lint/index'
import { englishFormat, sayWith } from '../model/text'
import { lintTexts } from '../model/texts/lint'
import { helpText, readArguments, type Options } from './arguments'
import { decodeFile } from './decode'
import { asJson, asText, rowsOf, sortRows, type Row } from './output'

/** What the command line needs of the world. */
export interface CliPorts {
  createLinter(): Linter
  /** Throws where the file cannot be read. */
  readFile(path: string): Uint8Array
  out(text: string): void
  err(text: string): void
}

export type ExitCode = 0 | 1 | 2

/**
 * The command: prints findings to `out` and reasons to `err`.
 * @returns 0 = no warning or error, 1 = at least one, 2 = wrong usage or a file that cannot be read.
 */
export function run(argv: readonly string[], ports: CliPorts): ExitCode {
  const linter = ports.createLinter()
  const args = readArguments(argv, linter.languages)
  switch (args.kind) {
    case 'help':
      ports.out(helpText(linter.languages))
      return 0
    case 'wrong':
      ports.err(`lagline: ${args.reason} Try --help.\n`)
      return 2
    case 'options':
      return lintFiles(args.options, linter, ports)
  }
}

function lintFiles(options: Options, linter: Linter, ports: CliPorts): ExitCode {
  const say = sayWith(lintTexts, englishFormat())
  const rows: Row[] = []
  let unreadable = false
  for (const file of options.files) {
    const bytes = read(file, ports)
    if (bytes === null) {
      unreadable = true
      continue
    }
    const text = decodeFile(bytes)
    const findings = linter.lint({
      fileName: file,
      languageId: options.language,
      text,
      kafkaVersion: options.kafkaVersion,
      role: options.role,
    })
    rows.push(...rowsOf(file, text, findings, say))
  }
  const sorted = sortRows(rows)
  ports.out(options.format === 'json' ? asJson(sorted) : asText(sorted))
  if (unreadable) return 2
  return sorted.some(({ severity }) => severity === 'warning' || severity === 'error') ? 1 : 0
}

function read(file: string, ports: CliPorts): Uint8Array | null {
  try {
    return ports.readFile(file)
  } catch (error) {
    ports.err(`lagline: ${file} cannot be read: ${reasonOf(error)}.\n`)
    return null
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory; name the files in it',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  ENOTDIR: 'a part of its path is no directory',
  ELOOP: 'its links lead in a circle',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && reasons[code] !== undefined) return reasons[code]
  return typeof message === 'string' ? message : String(error)
}
