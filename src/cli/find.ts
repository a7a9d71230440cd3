import { join, relative, resolve, sep } from 'node:path'
import type { Matches } from './globs'
import { isGlob, splitGlob } from './globs'
import { refusalOf, type Look, type World } from './world'

/** Bytes; what is larger is no configuration that a person wrote. */
export const LARGEST = 1024 * 1024

/** A file to lint: its name as people see it, and where it is. */
export interface Found {
  readonly name: string
  readonly path: string
}

export interface Findings {
  readonly files: readonly Found[]
  /** Sentences about what could not be read; any makes the run fail. */
  readonly failures: readonly string[]
  /** Sentences about what was left out. */
  readonly notes: readonly string[]
}

export interface Search {
  /** Whether the configuration leaves a path out; absolute. */
  readonly ignored: (path: string) => boolean
  /** Whether a file in a folder is of a format that can be linted, by its name. */
  readonly lintable: (path: string) => boolean
}

const skipped = new Set(['node_modules', '.git'])

/**
 * The files that the arguments name: files, folders (all lintable files in them) and globs, each file once, in the order of the arguments
 * and by name below each. Folders named `node_modules` and `.git`, what is ignored and what is above 1 MiB is left out.
 */
export function findFiles(args: readonly string[], search: Search, world: World): Findings {
  const files = new Map<string, Found>()
  const failures: string[] = []
  const notes: string[] = []
  const add = (name: string, path: string): void => {
    if (!files.has(path)) files.set(path, { name, path })
  }
  for (const argument of args) {
    const path = resolve(world.workingDirectory, argument)
    const look = lookOrReason(path, world)
    if (typeof look !== 'string') {
      if (search.ignored(path)) continue
      if (look.kind === 'directory')
        walk(argument, path, (_, inner) => search.lintable(inner), search, world, failures).forEach((found) =>
          add(found.name, found.path),
        )
      else if (look.size > LARGEST) notes.push(`${argument} is larger than 1 MiB and was left out.`)
      else add(argument, path)
      continue
    }
    const glob = sep === '\\' ? argument.replaceAll('\\', '/') : argument
    if (!isGlob(glob)) {
      failures.push(`${argument} cannot be read: ${look}.`)
      continue
    }
    const { base, matches } = splitGlob(glob)
    const found = expand(base, matches, search, world, failures)
    if (found.length === 0) failures.push(`${argument} matches no file.`)
    found.forEach(({ name, path: inner }) => add(name, inner))
  }
  return { files: [...files.values()], failures, notes }
}

/** What is there, or why nothing can be seen. */
function lookOrReason(path: string, world: World): Look | string {
  try {
    return world.look(path)
  } catch (error) {
    return refusalOf(error)
  }
}

function expand(base: string, matches: Matches, search: Search, world: World, failures: string[]): Found[] {
  const folder = resolve(world.workingDirectory, base)
  const look = lookOrReason(folder, world)
  if (typeof look === 'string' || look.kind !== 'directory') return []
  return walk(base, folder, (inside) => matches(inside), search, world, failures)
}

/** @param wanted takes a file's path below the folder, with `/`, and its absolute path. */
function walk(
  name: string,
  folder: string,
  wanted: (inside: string, path: string) => boolean,
  search: Search,
  world: World,
  failures: string[],
): Found[] {
  const found: Found[] = []
  const visit = (path: string): void => {
    let entries
    try {
      entries = [...world.list(path)].sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      failures.push(`${join(name, relative(folder, path))} cannot be read: ${refusalOf(error)}.`)
      return
    }
    for (const entry of entries) {
      const inner = join(path, entry.name)
      if (skipped.has(entry.name) || search.ignored(inner)) continue
      if (entry.kind === 'directory') visit(inner)
      else if (wanted(relative(folder, inner).replaceAll(sep, '/'), inner)) {
        const look = lookOrReason(inner, world)
        // A link may lead to a folder, or nowhere.
        if (typeof look !== 'string' && look.kind === 'file' && look.size <= LARGEST)
          found.push({ name: join(name, relative(folder, inner)), path: inner })
      }
    }
  }
  visit(folder)
  return found
}
