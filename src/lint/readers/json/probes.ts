import { PROBE_WORD } from '../../complete/probe'
import type { Probe } from '../reader'

/** Ways to finish a property of a connector: JSON that lacks a sign is no JSON. */
export function jsonProbes(text: string, at: number): Probe[] {
  const lineEnd = text.indexOf('\n', at)
  const head = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const begun = /(?:^|[{,])\s*("?)([\w.-]*)$/.exec(head)
  if (begun === null) {
    if (!/"\s*:\s*$/.test(head)) return []
    return [{ from: at, to: at, word: `"${PROBE_WORD}"`, restAt: at, rest: '', separator: '' }]
  }
  const [, quote = '', name = ''] = begun
  const to = at + (/^[\w.-]*/.exec(text.slice(at))?.[0].length ?? 0)
  const closed = quote !== '' && text.startsWith('"', to)
  const restAt = closed ? to + 1 : to
  const after = text.slice(restAt, lineEnd < 0 ? text.length : lineEnd).trim()
  if (after.startsWith(':')) return []
  const word = quote === '' ? `"${PROBE_WORD}"` : PROBE_WORD
  const value = `${quote !== '' && !closed ? '"' : ''}: "0"`
  // The next property wants a comma; where this one is the last, none may stand.
  const rests = after === '' ? [`${value},`, value] : [value]
  return rests.map((rest) => ({ from: at - name.length, to, word, restAt, rest, separator: ': ' }))
}
