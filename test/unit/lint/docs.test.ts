import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { examplesOf } from './examples'
import { linter, say } from './linting'

const folder = new URL('../../../docs/rules/', import.meta.url)
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
const index = readFileSync(new URL('README.md', folder), 'utf8')
const all = linter.rules

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
