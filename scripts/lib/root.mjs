/** Imported first by what is run directly: all paths are relative to the repository's folder. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
