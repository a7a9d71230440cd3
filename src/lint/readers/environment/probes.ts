import { PROBE_WORD } from '../../complete/probe'
import type { Probe } from '../reader'
import { namings } from './names'

/**
 * Ways to finish the name of a variable that is begun by its first letters, by a word of its middle, or not at all: as a
 * variable of each kind of image, of which a container has one.
 */
export function variableProbes(text: string, at: number): Probe[] {
  const head = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const begun = /^\s*(-\s+(?:name:\s*)?)?["']?([A-Za-z_]\w*)?$/.exec(head)
  if (begun === null || !/\benv/.test(text) || !/^["']?[ \t]*(?:\r?\n|$)/.test(text.slice(at))) return []
  const [, dash, name = ''] = begun
  if (namings.some(({ prefix }) => name.startsWith(prefix))) return []
  const inList = dash !== undefined
  return namings.map(({ prefix }) => ({
    from: at - name.length,
    to: at,
    word: prefix + PROBE_WORD,
    restAt: at,
    rest: dash?.includes('name') === true ? '' : inList ? '=0' : ': 0',
    separator: dash?.includes('name') === true ? '' : inList ? '=' : ': ',
  }))
}
