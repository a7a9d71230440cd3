/**
 * Globs: `*` and `?` within a name, `**` over any number of folders, `[a-z]`, `[!a]`, `{a,b}`, and `\` before a sign that
 * means itself. Paths have `/`.
 */

/** Whether a path, with `/` and relative to the folder of the globs, is meant. */
export type Matches = (path: string) => boolean

/** Whether an argument is to be read as a glob, where no file has that name. */
export function isGlob(argument: string): boolean {
  return /[*?]|\[.+\]|\{.*,.*\}/.test(argument)
}

/** `deploy/*.yml` as the folder to walk, `deploy`, and the test for what is in it. */
export function splitGlob(argument: string): { readonly base: string; readonly matches: Matches } {
  const segments = argument.split('/')
  const first = segments.findIndex((segment) => /[*?[{\\]/.test(segment))
  const base = segments.slice(0, first).join('/')
  const pattern = regExpOf(segments.slice(first).join('/'), false)
  return { base: base !== '' ? base : first > 0 ? '/' : '.', matches: (path) => pattern.test(path) }
}

/**
 * Globs of a configuration: one without a slash means a name at any depth, and one that names a folder means all that is
 * in it. Names that begin with a dot are meant too.
 */
export function matcherOf(globs: readonly string[]): Matches {
  const patterns = globs.flatMap((glob) => {
    const bare = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '')
    const anchored = bare.includes('/') ? bare : `**/${bare}`
    return [regExpOf(anchored, true), regExpOf(`${anchored}/**`, true)]
  })
  return (path) => patterns.some((pattern) => pattern.test(path))
}

/** @param dots whether `*` and `**` take names that begin with a dot. */
function regExpOf(glob: string, dots: boolean): RegExp {
  const name = dots ? '' : '(?!\\.)'
  const folders = `(?:${name}[^/]+/)*`
  let source = ''
  let open = 0
  for (let at = 0; at < glob.length; at++) {
    const sign = glob.charAt(at)
    const starts = at === 0 || '/{,'.includes(glob.charAt(at - 1))
    if (sign === '*' && glob.charAt(at + 1) === '*') {
      while (glob.charAt(at + 1) === '*') at++
      if (glob.charAt(at + 1) === '/') {
        source += folders
        at++
      } else source += `${folders}${name}[^/]+`
    } else if (sign === '*') source += starts ? `${name}[^/]${wholeName(glob, at) ? '+' : '*'}` : '[^/]*'
    else if (sign === '?') source += `${starts ? name : ''}[^/]`
    else if (sign === '[') {
      const set = /^\[([!^]?)(\]?[^\]]*)\]/.exec(glob.slice(at))
      source += set === null ? '\\[' : setOf(set[1] !== '', set[2] ?? '')
      at += (set?.[0].length ?? 1) - 1
    } else if (sign === '{' && glob.includes('}', at)) {
      source += '(?:'
      open++
    } else if (sign === '}' && open > 0) {
      source += ')'
      open--
    } else if (sign === ',' && open > 0) source += '|'
    else {
      if (sign === '\\' && at + 1 < glob.length) at++
      source += literal(glob.charAt(at))
    }
  }
  return new RegExp(`^${source}${')'.repeat(open)}$`)
}

function wholeName(glob: string, at: number): boolean {
  return at + 1 === glob.length || glob.charAt(at + 1) === '/'
}

function setOf(not: boolean, members: string): string {
  const safe = members.replace(/[\\\][^]/g, '\\$&')
  // A range that goes backwards matches nothing rather than being refused.
  const ranged = safe.replace(/([^\\])-([^\\])/g, (range, from: string, to: string) =>
    from <= to ? range : '',
  )
  return ranged === '' ? '(?!)' : `(?!/)[${not ? '^' : ''}${ranged}]`
}

function literal(sign: string): string {
  return /[\\^$.*+?()[\]{}|/-]/.test(sign) ? `\\${sign}` : sign
}
