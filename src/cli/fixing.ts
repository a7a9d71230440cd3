import { applyEdits, safeEdits, type Finding } from '../lint/index'
import type { Source } from './sources'

/** One fix may make room for the next; more rounds than this mean that two rules undo each other. */
const ROUNDS = 10

/**
 * Applies the safe fixes of all sources, and again those of what comes out, until there are none.
 * @param lint what is found in each source.
 * @returns the sources as they are then, with what is left to find.
 */
export function fixAll(
  sources: readonly Source[],
  lint: (sources: readonly Source[]) => readonly (readonly Finding[])[],
): { readonly sources: readonly Source[]; readonly findings: readonly (readonly Finding[])[] } {
  let current = sources
  let findings = lint(current)
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false
    const next = current.map((source, at) => {
      const text = applyEdits(source.text, safeEdits(findings[at] ?? []))
      if (text === source.text) return source
      changed = true
      return { ...source, text }
    })
    if (!changed) break
    current = next
    findings = lint(current)
  }
  return { sources: current, findings }
}
