import { dirname, relative, resolve, sep } from 'node:path'
import type { Finding, Linter, Severity } from '../lint/index'
import { assertNever } from '../model/assert'
import { englishFormat, sayWith, type Say } from '../model/text'
import { lintTexts } from '../model/texts/lint'
import { failLevels, readArguments, type Options } from './arguments'
import { Baseline, hashOfLine, parseBaseline, type Known } from './baseline'
import { readConfig, type Config } from './config'
import { decodeFile, encodeFile } from './decode'
import { findFiles } from './find'
import { fixAll } from './fixing'
import { asGithub } from './github'
import { helpText } from './help'
import { asJson, asText, lineAt, rowsOf, sortReported, type Reported } from './output'
import { asSarif } from './sarif'
import { readSnapshot } from './snapshot-file'
import { readSources, type Source } from './sources'
import { refusalOf, UsageError, type World } from './world'

export type ExitCode = 0 | 1 | 2

/**
 * The command: prints findings to `out` and reasons to `err`.
 * @returns 0 = no failure, 1 = a finding as bad as `--fail-on` says, 2 = wrong usage or a file that cannot be read or written.
 */
export function run(argv: readonly string[], world: World): ExitCode {
  const linter = world.createLinter()
  const args = readArguments(argv, linter.languages)
  switch (args.kind) {
    case 'help':
      world.out(helpText(linter.languages))
      return 0
    case 'version':
      world.out(`${world.version ?? 'unknown'}\n`)
      return 0
    case 'wrong':
      world.err(`lagline: ${args.reason} Try --help.\n`)
      return 2
    case 'options':
      try {
        return lintFiles(args.options, linter, world)
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        world.err(`lagline: ${error.message}\n`)
        return 2
      }
    default:
      return assertNever(args)
  }
}

function lintFiles(options: Options, linter: Linter, world: World): ExitCode {
  const ruleIds = linter.rules.map(({ id }) => id)
  const config = readConfig(options.config, ruleIds, world)
  const lint = linting(options, config, linter, world)
  const baseline = baselineOf(options, world)
  const { files, failures, notes } = findFiles(
    options.files,
    { ignored: config.ignored, lintable: (path) => linter.accepts(path, null) },
    world,
  )
  const wrong = [...failures]
  const read = readSources(files, world, wrong)
  const { sources, findings } = options.fix ? fixAll(read, lint) : { sources: read, findings: lint(read) }
  if (options.fix) writeFixed(read, sources, world, wrong)
  const all = sortReported(
    sources.flatMap((source, at) => (findings[at] ?? []).map((finding) => ({ source, finding }))),
  )
  const shown = againstBaseline(all, sources, baseline, options, world)
  for (const sentence of [...notes, ...wrong]) world.err(`lagline: ${sentence}\n`)
  world.out(print(shown, options, linter, world))
  if (wrong.length > 0) return 2
  const failing = failLevels.slice(0, failLevels.indexOf(options.failOn) + 1) as readonly Severity[]
  return shown.some(({ finding }) => failing.includes(finding.severity)) ? 1 : 0
}

/** How the files of this run are linted. */
function linting(
  options: Options,
  config: Config,
  linter: Linter,
  world: World,
): (sources: readonly Source[]) => Finding[][] {
  const snapshot =
    options.cluster === null
      ? config.snapshot
      : readSnapshot(resolve(world.workingDirectory, options.cluster), options.cluster, world)
  return (sources) =>
    linter.lintAll(
      sources.map(({ name, path, text }) => ({
        fileName: name,
        languageId: options.language,
        text,
        kafkaVersion: options.kafkaVersion ?? config.kafkaVersion,
        role: options.role ?? config.roleOf(path),
        severities: config.severities,
        preset: options.preset ?? config.preset,
        snapshot,
      })),
    )
}

function writeFixed(
  before: readonly Source[],
  after: readonly Source[],
  world: World,
  failures: string[],
): void {
  after.forEach(({ name, path, text, decoded }, at) => {
    if (text === before[at]?.text) return
    const bytes = encodeFile(text, decoded)
    if (bytes === null) {
      failures.push(`${name} was not fixed: a fix needs a sign that Latin-1, its encoding, does not have.`)
      return
    }
    try {
      world.writeFile(path, bytes)
    } catch (error) {
      failures.push(`${name} was not fixed: ${refusalOf(error)}.`)
    }
  })
}

/** Null = none was named. With `--update-baseline`, a file that is not there is an empty one. */
function baselineOf(options: Options, world: World): Baseline | null {
  if (options.baseline === null) return null
  let bytes
  try {
    bytes = world.readFile(resolve(world.workingDirectory, options.baseline))
  } catch (error) {
    if (options.updateBaseline && (error as { code?: unknown }).code === 'ENOENT') return new Baseline()
    throw new UsageError(
      `${options.baseline} cannot be read: ${refusalOf(error)}. --update-baseline writes a new one.`,
    )
  }
  return parseBaseline(decodeFile(bytes).text, options.baseline)
}

/** What is not put up with; with `--update-baseline`, nothing, once that is written. */
function againstBaseline(
  reported: readonly Reported[],
  sources: readonly Source[],
  baseline: Baseline | null,
  options: Options,
  world: World,
): readonly Reported[] {
  if (baseline === null || options.baseline === null) return reported
  const path = resolve(world.workingDirectory, options.baseline)
  const nameOf = (file: string): string => relative(dirname(path), file).replaceAll(sep, '/')
  const known = ({ source, finding }: Reported): Known => ({
    file: nameOf(source.path),
    rule: finding.rule,
    key: finding.key,
    line: hashOfLine(lineAt(source.text, finding.range.start)),
  })
  if (!options.updateBaseline) return reported.filter((one) => !baseline.take(known(one)))
  const looked = new Set(sources.map((source) => nameOf(source.path)))
  const keeps = (file: string): boolean => !looked.has(file) && isThere(resolve(dirname(path), file), world)
  try {
    world.writeFile(path, Buffer.from(baseline.with(reported.map(known), keeps).toText(), 'utf8'))
  } catch (error) {
    throw new UsageError(`${options.baseline} cannot be written: ${refusalOf(error)}.`)
  }
  return []
}

function isThere(path: string, world: World): boolean {
  try {
    return world.look(path).kind === 'file'
  } catch {
    return false
  }
}

function print(reported: readonly Reported[], options: Options, linter: Linter, world: World): string {
  const say: Say = sayWith(lintTexts, englishFormat())
  switch (options.format) {
    case 'text':
      return asText(rowsOf(reported, say))
    case 'json':
      return asJson(rowsOf(reported, say))
    case 'github':
      return asGithub(rowsOf(reported, say))
    case 'sarif':
      return asSarif(reported, {
        version: world.version,
        rules: linter.rules,
        workingDirectory: world.workingDirectory,
        page: (docs) => world.rulePage(docs),
        say,
      })
    default:
      return assertNever(options.format)
  }
}
