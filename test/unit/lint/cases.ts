import { describe, expect, it } from 'vitest'
import { rules } from '../../../src/lint/rules/registry'
import { askEverywhere } from './everywhere'
import { applied, findings, found, say, titles, type Options } from './linting'

type Settings = string
/** Settings, the keys that the finding or findings stand at, and what the run knows. */
type Fires = readonly [settings: Settings, keys: string | readonly string[], options?: Options]

/** What a rule says of settings. Every list of settings is lines behind `head`. */
export interface Cases {
  readonly file: string
  readonly head?: Settings
  readonly options?: Options
  readonly fires: readonly Fires[]
  readonly silent: readonly (Settings | readonly [Settings, Options])[]
  /** The message, with its severity. */
  readonly says: readonly (readonly [
    settings: Settings,
    message: string,
    severity: string,
    options?: Options,
  ])[]
  /** Titles of the fixes; each of them, taken, ends the finding. */
  readonly fixes?: readonly (readonly [settings: Settings, titles: readonly string[], options?: Options])[]
}

const heads: Readonly<Record<string, string>> = {
  'consumer.properties': 'bootstrap.servers=kafka-1:9092,kafka-2:9092\ngroup.id=orders',
  'producer.properties': 'bootstrap.servers=kafka-1:9092,kafka-2:9092',
  'server.properties': 'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=1@kafka-1:9093',
}

/** Runs the cases of one rule, which is switched on whatever its preset. */
export function cases(id: string, { file, head = heads[file] ?? '', options = {}, ...lists }: Cases): void {
  const rule = rules.find((candidate) => candidate.id === id)
  const textOf = (settings: Settings): string => (head === '' ? settings : `${head}\n${settings}`)
  const of = (text: string, more: Options = {}) => {
    const severities = rule?.preset === 'recommended' ? {} : { [id]: rule?.severity ?? 'hint' }
    const all = { severities, ...options, ...more }
    askEverywhere({ fileName: file, text, ...all })
    return findings(file, text, all).filter((finding) => finding.rule === id)
  }
  describe(id, () => {
    for (const [settings, keys, more] of lists.fires)
      it(`finds ${JSON.stringify(settings)}${known(more)}`, () => {
        expect(of(textOf(settings), more).map(({ key }) => key)).toEqual([keys].flat())
      })
    for (const one of lists.silent) {
      const [settings, more] = typeof one === 'string' ? [one, undefined] : one
      it(`leaves ${JSON.stringify(settings)}${known(more)} alone`, () => {
        expect(of(textOf(settings), more)).toEqual([])
      })
    }
    for (const [settings, message, severity, more] of lists.says)
      it(`says of ${JSON.stringify(settings)}${known(more)}: ${message}`, () => {
        const [first] = of(textOf(settings), more)
        expect(first && say(first.message)).toBe(message)
        expect(first?.severity).toBe(severity)
      })
    for (const [settings, expected, more] of lists.fixes ?? [])
      it(`mends ${JSON.stringify(settings)}${known(more)}: ${expected.join('; ')}`, () => {
        const text = textOf(settings)
        const [first] = of(text, more)
        expect(first).toBeDefined()
        expect(titles(first)).toEqual(expected)
        for (const fix of first?.fixes ?? []) expect(of(applied(text, fix), more)).toEqual([])
      })
    if (rule?.preset === 'strict')
      it('is an opinion: off unless it is asked for', () => {
        const [settings = '', , more] = lists.fires[0] ?? []
        const ids = (preset: 'recommended' | 'strict') =>
          found(file, textOf(settings), { ...options, ...more, preset }).map((line) =>
            line.replace(/^\d+:/, ''),
          )
        expect(ids('recommended')).not.toContain(id)
        expect(ids('strict')).toContain(id)
      })
  })
}

function known(options: Options | undefined): string {
  return options === undefined ? '' : ` with ${JSON.stringify(options)}`
}
