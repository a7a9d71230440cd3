import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where downloads and what is built from them are kept: `LAGLINE_CACHE`, else `lagline` in the user's cache folder. */
export function cacheFolder(): string {
  const own = process.env['LAGLINE_CACHE']
  if (own) return own
  const base = process.env['XDG_CACHE_HOME']
  return join(base ? base : join(homedir(), '.cache'), 'lagline')
}

/** Says one line about something slow. */
export type Say = (line: string) => void

/** The usual {@link Say}: one line on stderr, so that a tool's stdout stays its own. */
export const sayOnStderr: Say = (line) => {
  process.stderr.write(`${line}\n`)
}

/**
 * A folder of the cache, made at the first call and found at the next. It is made under a temporary name and renamed
 * when it is complete, so that a broken download is never taken for a good one, also with two runs at once.
 * @param name the folder's name in the cache; it must change when the recipe does
 * @param make fills the folder given; when it throws, nothing is kept
 * @returns the folder's full path
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name)
  if (existsSync(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const unfinished = await mkdtemp(`${folder}.part-`)
  try {
    await make(unfinished)
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return folder
}
