import { decodeFile, type Decoded } from './decode'
import type { Found } from './find'
import { refusalOf, type World } from './world'

/** A file that was read. `text` changes when it is fixed. */
export interface Source extends Found {
  readonly text: string
  readonly decoded: Decoded
}

/** @param failures gets a sentence for each file that cannot be read. */
export function readSources(files: readonly Found[], world: World, failures: string[]): Source[] {
  return files.flatMap(({ name, path }) => {
    try {
      const decoded = decodeFile(world.readFile(path))
      return [{ name, path, text: decoded.text, decoded }]
    } catch (error) {
      failures.push(`${name} cannot be read: ${refusalOf(error)}.`)
      return []
    }
  })
}
