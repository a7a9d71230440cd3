import { PROBE_WORD } from '../../complete/probe'
import type { CodeLanguage } from '../code-looks'
import type { Probe, SourceFile } from '../reader'
import { constantsOf } from './jvm/constants'

/** What stands around the offset on its line. */
interface Spot {
  readonly text: string
  readonly at: number
  /** The line up to the offset, and from there on. */
  readonly head: string
  readonly behind: string
}

/** A key as it is begun, and what makes a setting of it. */
interface Begun {
  readonly from: number
  readonly to: number
  readonly word: string
  /** The quote that closes the word; empty = it stands in none. */
  readonly quote: string
}

/**
 * Ways to finish a setting that is being typed in a program. Strings take any word; of constants, fields and properties
 * one that there is has to stand in, since readers look at no others.
 */
export function codeProbes(language: CodeLanguage, { text }: SourceFile, at: number): Probe[] {
  const lineEnd = text.indexOf('\n', at)
  const head = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const behind = text.slice(at, lineEnd < 0 ? text.length : lineEnd).trimEnd()
  const spot: Spot = { text, at, head, behind }
  const string = stringAt(spot)
  if (string !== null) return restsOf(language, string, text).map((rest) => probeOf(string, rest, text))
  return languages[language](spot)
}

/** `"ses|` and what of the word stands behind the offset; null outside of strings. */
function stringAt({ text, at, head }: Spot): Begun | null {
  const match = /(["'`])([\w.-]*)$/.exec(head)
  if (match === null) return null
  const [whole, quote = '', begun = ''] = match
  const before = head.slice(0, head.length - whole.length)
  // With an even number of quotes before it this one opens; behind these signs it opens a value.
  if (before.split(quote).length % 2 === 0 || /(?:[:=]|\bto|->)\s*$/.test(before)) return null
  const tail = /^[\w.-]*/.exec(text.slice(at))?.[0].length ?? 0
  return { from: at - begun.length, to: at + tail, word: PROBE_WORD, quote }
}

/** A name that is begun, and what of it stands behind the offset. */
function nameAt({ text, at }: Spot, begun: string, word: string): Begun {
  const tail = /^\w*/.exec(text.slice(at))?.[0].length ?? 0
  return { from: at - begun.length, to: at + tail, word, quote: '' }
}

/** What makes a setting of a key, by what follows it. */
interface Rest {
  /** Behind the key and its quote, or behind what `skip` matches there. */
  readonly text: string
  readonly skip?: RegExp
  readonly separator?: string
}

function probeOf({ from, to, word, quote }: Begun, rest: Rest, text: string): Probe {
  const closed = quote !== '' && text.startsWith(quote, to)
  const opened = quote !== '' && !closed ? quote : ''
  const end = closed ? to + quote.length : to
  const restAt = end + (rest.skip?.exec(text.slice(end, end + 8))?.[0].length ?? 0)
  return { from, to, word, restAt, rest: opened + rest.text, separator: rest.separator ?? '' }
}

const INDEX = /^\s*\]/

/** What may follow a key at the end of a string or of a constant; none where it has its value already. */
function restsOf(language: CodeLanguage, { to, quote }: Begun, text: string): Rest[] {
  const closed = quote !== '' && text.startsWith(quote, to)
  const from = closed ? to + 1 : to
  const end = text.indexOf('\n', from)
  const after = text.slice(from, end < 0 ? text.length : end).trim()
  const complete = /^(?:,|:|=(?!=)|to\b|->|\]\s*=)/
  const dict = language === 'python' || language === 'javascript' || language === 'go'
  // In a list of pairs a comma ends one.
  if (complete.test(after) && !(dict && after.startsWith(','))) return quote === '' ? [{ text: '' }] : []
  const value = language === 'java' || language === 'kotlin' || language === 'scala' ? '0' : '"0"'
  if (INDEX.test(after)) return [{ text: ` = ${value}`, skip: INDEX }]
  const comma = after === '' ? ',' : ''
  switch (language) {
    case 'java':
      return [{ text: after === '' ? ', 0);' : ', 0' }]
    case 'kotlin':
    case 'scala': {
      const arrow = language === 'kotlin' ? ' to 0' : ' -> 0'
      return after === ''
        ? [{ text: ', 0)' }, { text: arrow }, { text: '] = 0' }]
        : [{ text: ', 0' }, { text: arrow }]
    }
    case 'python':
    case 'javascript':
    case 'go':
      return [{ text: `: 0${comma}`, separator: ': ' }]
    case 'csharp':
      return after === '' ? [{ text: ', "0" }' }, { text: ', "0");' }] : [{ text: ', "0"' }]
    case 'rust':
      return [{ text: after === '' ? ', "0")' : ', "0"' }]
  }
}

const languages: Readonly<Record<CodeLanguage, (spot: Spot) => Probe[]>> = {
  java: (spot) => jvm('java', spot),
  kotlin: (spot) => jvm('kotlin', spot),
  scala: (spot) => jvm('scala', spot),
  python: (spot) =>
    inList(spot, [
      [PROBE_WORD, '=0', '='],
      [`'${PROBE_WORD}'`, ': 0', ': '],
    ]),
  javascript: (spot) => assigned(spot, PROBE_WORD, '0') ?? inList(spot, [[PROBE_WORD, ': 0', ': ']]),
  go,
  csharp: (spot) => assigned(spot, 'ClientId', '"0";') ?? inList(spot, [['ClientId', ' = "0"', ' = ']]),
  rust: () => [],
}

/** `ConsumerConfig.SES|`, or a name that is begun where a key belongs. */
function jvm(language: 'java' | 'kotlin' | 'scala', spot: Spot): Probe[] {
  const { head, text } = spot
  const path = /([A-Z]\w*)\.(\w*)$/.exec(head)
  if (path !== null) {
    const [constant] = constantsOf(path[1] ?? '')?.keys() ?? []
    if (constant === undefined) return []
    const begun = nameAt(spot, path[2] ?? '', constant)
    return restsOf(language, begun, text).map((rest) => probeOf(begun, rest, text))
  }
  const call = /(?:\b(?:put|setProperty|putIfAbsent)\(|\w\[)\s*(\w*)$/.exec(head)
  if (call === null) return []
  const begun = nameAt(spot, call[1] ?? '', usualKey(text))
  return restsOf(language, begun, text).map((rest) => probeOf(begun, rest, text))
}

/** A key as the file writes the others: by a constant of the class that it names first, else as a string. */
function usualKey(text: string): string {
  const className = /\b([A-Z]\w*Config)\.[A-Z_]+_CONFIG\b/.exec(text)?.[1] ?? ''
  const [constant] = constantsOf(className)?.keys() ?? []
  return constant === undefined ? `"${PROBE_WORD}"` : `${className}.${constant}`
}

/** A lone name among arguments, or between braces: `{ ses| }`. */
function inList(
  spot: Spot,
  ways: readonly (readonly [word: string, rest: string, separator: string])[],
): Probe[] {
  const { head, behind } = spot
  const begun = /(?:^|[{,(])\s*([A-Za-z_$][\w$]*)?$/.exec(head)
  if (begun === null) return []
  const after = behind.replace(/^\w*/, '').trim()
  const has = /^(?::|=(?!=))/.test(after)
  const comma = after === '' ? ',' : ''
  return ways.map(([word, rest, separator]) => {
    const name = nameAt(spot, begun[1] ?? '', word)
    return probeOf(name, has ? { text: '' } : { text: rest + comma, separator }, spot.text)
  })
}

/** `config.Ses|`; null where no dot stands before the name. */
function assigned(spot: Spot, word: string, value: string): Probe[] | null {
  const begun = /[\w$)\]]\.(\w*)$/.exec(spot.head)
  return begun === null ? null : [assignedTo(spot, begun[1] ?? '', word, value)]
}

function assignedTo(spot: Spot, begun: string, word: string, value: string): Probe {
  const name = nameAt(spot, begun, word)
  const has = /^\w*\s*=(?!=)/.test(spot.behind)
  return probeOf(name, has ? { text: '' } : { text: ` = ${value}`, separator: ' = ' }, spot.text)
}

/** Where the names of sarama's settings begin. */
const SARAMA_GROUP = /\.((?:Net|Metadata|Consumer|Producer|Admin)\.[\w.]*)$/

/** Options of franz-go, fields of sarama's object, fields of a struct. */
function go(spot: Spot): Probe[] {
  const { head, behind, text } = spot
  const option = /[\w\])]\.(\w*)$/.exec(head)
  if (option === null)
    return inList(spot, [
      ['CommitInterval', ': 0', ': '],
      [`"${PROBE_WORD}"`, ': 0', ': '],
    ])
  const name = nameAt(spot, option[1] ?? '', 'ClientID')
  const field = SARAMA_GROUP.exec(head)?.[1] ?? option[1] ?? ''
  if (/^\w*\(/.test(behind)) return [probeOf(name, { text: '' }, text)]
  return [
    assignedTo(spot, field, 'ClientID', '"0"'),
    probeOf(name, { text: behind === '' ? '("0"),' : '("0")' }, text),
  ]
}
