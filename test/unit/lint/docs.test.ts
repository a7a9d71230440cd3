import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../src/lint/rules/registry'
import { found, say } from './linting'

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const index = readFileSync(new URL('README.md', folder), 'utf8')

interface Example {
  readonly good: boolean
  readonly file: string
  readonly version: string | null
  readonly text: string
}

function examplesOf(page: string): Example[] {
  const examples: Example[] = []
  for (const section of page.split(/^## /m).slice(1)) {
    const title = section.slice(0, section.indexOf('\n'))
    for (const [, facts = '', text = ''] of section.matchAll(/^```properties ([^\n]*)\n([\s\S]*?)^```$/gm)) {
      expect(['Bad', 'Good']).toContain(title)
      const [, file = ''] = /file=(\S+)/.exec(facts) ?? []
      const version = /version=(\S+)/.exec(facts)?.[1] ?? null
      examples.push({ good: title === 'Good', file, version, text })
    }
  }
  return examples
}

describe('pages of the rules', () => {
  it('are one for each rule', () => {
    expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort())
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))(
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
      expect(index).toContain(`| [${id}](${id}.md) | ${rule.severity} | ${say(rule.title)} |`)
    },
  )

  it.each(rules.map(({ id }) => [id]))('%s: what is bad is found, what is good is clean', (id) => {
    const examples = examplesOf(readFileSync(new URL(`${id}.md`, folder), 'utf8'))
    expect(examples.some(({ good }) => good) && examples.some(({ good }) => !good)).toBe(true)
    for (const { good, file, version, text } of examples) {
      const ids = found(file, text, { kafkaVersion: version }).map((line) => line.replace(/^\d+:/, ''))
      expect(new Set(ids), text).toEqual(new Set(good ? [] : [id]))
    }
  })
})
