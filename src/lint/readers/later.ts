import { structuredLooks } from './looks'
import { codeLanguageIds, codeLanguageOf, looksLikeKafka } from './code-looks'
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
    probes: (file, at) => loaded?.find(({ id }) => id === look.id)?.probes?.(file, at) ?? [],
  }))
}

/**
 * Stands in for the readers of source code, which are loaded when the first such file passes the look.
 * @param load gives them; called once.
 */
export function laterCodeReader(load: () => readonly Reader[]): Reader {
  let loaded: readonly Reader[] | null = null
  const mayBeKafka: Reader['mayBeKafka'] = ({ fileName, languageId, text }) => {
    const language = codeLanguageOf(fileName, languageId)
    return language !== null && looksLikeKafka(language, text)
  }
  return {
    id: 'code',
    languages: codeLanguageIds,
    accepts: (fileName, languageId) => codeLanguageOf(fileName, languageId) !== null,
    mayBeKafka,
    read(file, role, known) {
      if (!mayBeKafka(file, role)) return null
      loaded ??= load()
      const reader = loaded.find((candidate) => candidate.accepts(file.fileName, file.languageId))
      return reader?.read(file, role, known) ?? null
    },
    probes(file, at) {
      const reader = loaded?.find((candidate) => candidate.accepts(file.fileName, file.languageId))
      return reader?.probes?.(file, at) ?? []
    },
  }
}
