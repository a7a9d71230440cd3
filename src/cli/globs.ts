import picomatch from 'picomatch'

/** Whether a path, with `/` and relative to the folder of the globs, is meant. */
export type Matches = (path: string) => boolean

/** Whether an argument is to be read as a glob, where no file has that name. */
export function isGlob(argument: string): boolean {
  return picomatch.scan(argument).isGlob
}

/** `deploy/*.yml` as the folder to walk, `deploy`, and the test for what is in it. */
export function splitGlob(argument: string): { readonly base: string; readonly matches: Matches } {
  const { base, glob } = picomatch.scan(argument)
  return { base, matches: picomatch(glob) }
}

/**
 * Globs of a configuration: one without a slash means a name at any depth, and one that names a folder means all that is
 * in it. Files that begin with a dot are meant too.
 */
export function matcherOf(globs: readonly string[]): Matches {
  if (globs.length === 0) return () => false
  const patterns = globs.flatMap((glob) => {
    const bare = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')
    const anchored = bare.includes('/') ? bare : `**/${bare}`
    return [anchored, `${anchored}/**`]
  })
  return picomatch(patterns, { dot: true })
}
