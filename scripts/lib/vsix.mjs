import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** Full path of the packaged extension: at the repository's root, so that no older one is packed into the next. */
export const vsixName = resolve(fileURLToPath(new URL('../..', import.meta.url)), `${name}-${version}.vsix`)
