import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The repository's folder: the nearest one from the working directory upwards whose package is this one. Not taken
 * from the module's own address, because the same source runs under vitest, under Playwright and bundled in build/.
 * @throws when called outside the repository
 */
export function repositoryRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest)) {
      const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown }
      if (name === 'lagline') return folder
    }
    if (folder === dirname(folder)) throw new Error('Run this inside the repository of lagline.')
  }
}
