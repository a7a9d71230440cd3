import { dirname, join, relative, resolve, sep } from 'node:path'
import { namedRoles, parseKafkaVersion, severitySettings } from '../lint/index'
import type { ClusterSnapshot, NamedRole, SeveritySetting } from '../lint/index'
import { chosenPresets, type ChosenPreset } from './arguments'
import { decodeFile } from './decode'
import { matcherOf, type Matches } from './globs'
import { readSnapshot } from './snapshot-file'
import { refusalOf, UsageError, type World } from './world'

export const CONFIG_NAME = 'lagline.json'

/** What `lagline.json` says under `lint`. */
export interface Config {
  readonly preset: ChosenPreset | null
  readonly kafkaVersion: string | null
  readonly severities: Readonly<Record<string, SeveritySetting>>
  /** Takes an absolute path. */
  readonly ignored: (path: string) => boolean
  /** Takes an absolute path; null = its name and keys tell. The first glob that matches counts. */
  readonly roleOf: (path: string) => NamedRole | null
  readonly snapshot: ClusterSnapshot | null
}

const nothing: Config = {
  preset: null,
  kafkaVersion: null,
  severities: {},
  ignored: () => false,
  roleOf: () => null,
  snapshot: null,
}

/**
 * The file that is named, or the nearest `lagline.json` from the working directory upwards; none is no mistake then.
 * @param ruleIds of the rules whose severity may be set.
 * @throws UsageError that names the entry that is wrong, and how.
 */
export function readConfig(named: string | null, ruleIds: readonly string[], world: World): Config {
  const path = named === null ? nearest(world) : resolve(world.workingDirectory, named)
  if (path === null) return nothing
  const name = named ?? relative(world.workingDirectory, path)
  return configOf(parse(textOf(path, name, world), name), name, dirname(path), ruleIds, world)
}

function nearest(world: World): string | null {
  for (let folder = world.workingDirectory; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME)
    try {
      if (world.look(path).kind === 'file') return path
    } catch {
      // It is further up, or nowhere.
    }
    if (dirname(folder) === folder) return null
  }
}

function textOf(path: string, name: string, world: World): string {
  try {
    return decodeFile(world.readFile(path)).text
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${refusalOf(error)}.`)
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${(error as Error).message}.`)
  }
}

/** The editor's part of the file stands under `clusters`. */
const rootNames = ['$schema', 'clusters', 'lint']
const lintNames = ['preset', 'kafkaVersion', 'severity', 'ignore', 'roles', 'cluster']

function configOf(
  value: unknown,
  name: string,
  folder: string,
  ruleIds: readonly string[],
  world: World,
): Config {
  const root = objectOf(value, `${name}:`, rootNames)
  const at = (entry: string): string => `${name}: lint.${entry}`
  const lint = objectOf(root.lint ?? {}, `${name}: lint`, lintNames)
  const inside = (path: string): string | null => {
    const below = relative(folder, path).replaceAll(sep, '/')
    return below === '' || below.startsWith('../') || below === '..' ? null : below
  }
  const ignore = matcherOf(listOf(lint.ignore ?? [], at('ignore')))
  const roles = rolesOf(lint.roles ?? {}, at('roles'))
  return {
    preset: lint.preset === undefined ? null : oneOf(lint.preset, chosenPresets, at('preset')),
    kafkaVersion: lint.kafkaVersion === undefined ? null : versionOf(lint.kafkaVersion, at('kafkaVersion')),
    severities: severitiesOf(lint.severity ?? {}, at('severity'), ruleIds),
    ignored(path) {
      const below = inside(path)
      return below !== null && ignore(below)
    },
    roleOf(path) {
      const below = inside(path)
      return (below === null ? undefined : roles.find(({ matches }) => matches(below)))?.role ?? null
    },
    snapshot:
      lint.cluster === undefined
        ? null
        : readSnapshot(join(folder, stringOf(lint.cluster, at('cluster'))), at('cluster'), world),
  }
}

function objectOf(
  value: unknown,
  place: string,
  names: readonly string[] | null,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${place} must be an object.`)
  const strange = names === null ? undefined : Object.keys(value).find((name) => !names.includes(name))
  if (strange !== undefined && names !== null)
    throw new UsageError(
      `${place} has an entry "${strange}" that means nothing; it takes ${names.join(', ')}.`,
    )
  return value as Record<string, unknown>
}

function stringOf(value: unknown, place: string): string {
  if (typeof value !== 'string' || value === '')
    throw new UsageError(`${place} must be a text, not ${JSON.stringify(value)}.`)
  return value
}

function listOf(value: unknown, place: string): string[] {
  if (!Array.isArray(value)) throw new UsageError(`${place} must be a list of globs.`)
  return value.map((item, index) => stringOf(item, `${place}[${index}]`))
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], place: string): T {
  const found = choices.find((choice) => choice === value)
  if (found === undefined)
    throw new UsageError(`${place} takes ${choices.join(', ')}, not ${JSON.stringify(value)}.`)
  return found
}

function versionOf(value: unknown, place: string): string {
  const version = stringOf(value, place)
  if (parseKafkaVersion(version) === null)
    throw new UsageError(`${place} takes a release such as 3.9 or 4.3.1, not "${version}".`)
  return version
}

function severitiesOf(
  value: unknown,
  place: string,
  ruleIds: readonly string[],
): Record<string, SeveritySetting> {
  const entries = Object.entries(objectOf(value, place, null)).map(([rule, severity]) => {
    if (!ruleIds.includes(rule)) throw new UsageError(`${place}: there is no rule "${rule}".`)
    return [rule, oneOf(severity, severitySettings, `${place}.${rule}`)] as const
  })
  return Object.fromEntries(entries)
}

function rolesOf(value: unknown, place: string): { readonly matches: Matches; readonly role: NamedRole }[] {
  return Object.entries(objectOf(value, place, null)).map(([glob, role]) => ({
    matches: matcherOf([glob]),
    role: oneOf(role, namedRoles, `${place}["${glob}"]`),
  }))
}
