import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { namedRoles, type NamedRole } from '../../../src/lint/document'
import { parseSnapshot, type ClusterSnapshot } from '../../../src/lint/snapshot'
import { linter, say } from './linting'

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const index = readFileSync(new URL('README.md', folder), 'utf8')
const all = linter.rules

interface ExampleFile {
  readonly fileName: string
  /** What a person would have set. */
  readonly role: NamedRole | null
  readonly text: string
}

interface Example {
  readonly good: boolean
  /** Several where each but the first says `with`: they are linted together. */
  readonly files: ExampleFile[]
  readonly version: string | null
  readonly snapshot: ClusterSnapshot | null
}

/** The fenced examples of a page; a block `json cluster` is the snapshot for those below it. */
function examplesOf(page: string): Example[] {
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

describe('pages of the rules', () => {
  it('are one for each rule', () => {
    expect(pages.sort()).toEqual(all.map(({ id }) => `${id}.md`).sort())
  })

  it('are listed once each', () => {
    const listed = [...index.matchAll(/^\| \[([^\]]+)\]/gm)].map(([, id]) => id)
    expect(listed).toEqual(all.map(({ id }) => id).sort())
  })

  it.each(all.map((rule) => [rule.id, rule] as const))(
    '%s: severity, preset, sections, index',
    (id, rule) => {
      const page = readFileSync(new URL(`${id}.md`, folder), 'utf8')
      expect(page.startsWith(`# ${id}\n`)).toBe(true)
      expect(page).toMatch(new RegExp(`^Severity: ${rule.severity}\\b.*Preset: ${rule.preset}\\.$`, 'm'))
      expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
        'What',
        'Why',
        'Bad',
        'Good',
        'When not to use it',
        'Source',
      ])
      expect(index).toContain(
        `| [${id}](${id}.md) | ${rule.severity} | ${rule.preset} | ${say(rule.title)} |`,
      )
    },
  )

  it.each(all.map((rule) => [rule.id, rule] as const))(
    '%s: what is bad is found, what is good is clean',
    (id, rule) => {
      const examples = examplesOf(readFileSync(new URL(`${id}.md`, folder), 'utf8'))
      expect(examples.some(({ good }) => good) && examples.some(({ good }) => !good)).toBe(true)
      for (const { good, files, version, snapshot } of examples) {
        const severities = rule.preset === 'strict' ? { [id]: rule.severity } : {}
        const inputs = files.map((file) => ({ ...file, kafkaVersion: version, snapshot, severities }))
        const ids = linter.lintAll(inputs).flatMap((found) => found.map((finding) => finding.rule))
        expect(new Set(ids), files.map(({ text }) => text).join('---\n')).toEqual(new Set(good ? [] : [id]))
      }
    },
  )
})
