import { structuredLooks } from './looks'
import type { Reader } from './reader'

/**
 * The readers of structured files: each looks by itself, and all are loaded when the first file passes a look.
 * @param load gives them in the order of their looks; called once.
 */
export function laterReaders(load: () => readonly Reader[]): Reader[] {
  let loaded: readonly Reader[] | null = null
  return structuredLooks.map((look): Reader => ({
    ...look,
    read(file, role, known) {
      if (!look.mayBeKafka(file, role)) return null
      loaded ??= load()
      return loaded.find(({ id }) => id === look.id)?.read(file, role, known) ?? null
    },
  }))
}
