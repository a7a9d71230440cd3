import { expect } from 'vitest'
import { namedRoles, type NamedRole } from '../../../src/lint/document'
import { parseSnapshot, type ClusterSnapshot } from '../../../src/lint/snapshot'

interface ExampleFile {
  readonly fileName: string
  /** What a person would have set. */
  readonly role: NamedRole | null
  readonly text: string
}

export interface Example {
  readonly good: boolean
  /** Several where each but the first says `with`: they are linted together. */
  readonly files: ExampleFile[]
  readonly version: string | null
  readonly snapshot: ClusterSnapshot | null
}

/** The fenced examples of a page; a block `json cluster` is the snapshot for those below it. */
export function examplesOf(page: string): Example[] {
  const examples: Example[] = []
  for (const section of page.split(/^## /m).slice(1)) {
    const title = section.slice(0, section.indexOf('\n'))
    let snapshot: ClusterSnapshot | null = null
    for (const [, facts = '', text = ''] of section.matchAll(/^```(\S+ [^\n]*)\n([\s\S]*?)^```$/gm)) {
      expect(['Bad', 'Good']).toContain(title)
      if (facts === 'json cluster') {
        const parsed = parseSnapshot(JSON.parse(text))
        expect(parsed.kind).toBe('snapshot')
        snapshot = parsed.kind === 'snapshot' ? parsed.snapshot : null
        continue
      }
      const [, fileName = ''] = /file=(\S+)/.exec(facts) ?? []
      const role = namedRoles.find((name) => name === /role=(\S+)/.exec(facts)?.[1]) ?? null
      const version = /version=(\S+)/.exec(facts)?.[1] ?? null
      if (/\bwith\b/.test(facts)) examples.at(-1)?.files.push({ fileName, role, text })
      else examples.push({ good: title === 'Good', files: [{ fileName, role, text }], version, snapshot })
    }
  }
  return examples
}
