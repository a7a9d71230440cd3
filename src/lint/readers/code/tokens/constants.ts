import type { Declaration, Declarations } from '../constants'
import type { Source } from './source'

/** Kotlin and Scala: `val NAME = "orders"`, unless another class may say something else. */
export function valuesOf(source: Source<unknown>): Declarations {
  return declarationsOf(source, (at) => {
    if (source.word(at) !== 'val' || !source.isName(at + 1)) return null
    if (/^(?:open|override|abstract|lazy|protected)$/.test(source.word(at - 1))) return null
    return { name: at + 1, equals: behindType(source, at + 2) }
  })
}

/** C#: `const string Name = "orders"`, `static readonly int Name = 6000`. */
export function constantsOf(source: Source<unknown>): Declarations {
  return declarationsOf(source, (at) => {
    const isStatic = source.word(at - 1) === 'static' || source.word(at + 1) === 'static'
    if (source.word(at) !== 'const' && !(source.word(at) === 'readonly' && isStatic)) return null
    const type = source.word(at + 1) === 'static' ? at + 2 : at + 1
    const name = source.pathEnd(type) + 1
    return source.isName(type) && source.isName(name) ? { name, equals: name + 1 } : null
  })
}

/** Behind `: Type`, where one stands there. */
function behindType(source: Source<unknown>, at: number): number {
  return source.word(at) === ':' && source.isName(at + 1) ? source.pathEnd(at + 1) + 1 : at
}

function declarationsOf(
  source: Source<unknown>,
  declares: (at: number) => { readonly name: number; readonly equals: number } | null,
): Declarations {
  const declared: Declaration[] = []
  for (let at = 0; at < source.tokens.length; at++) {
    const found = source.isName(at) ? declares(at) : null
    if (found === null || source.word(found.equals) !== '=') continue
    const end = source.expressionEnd(found.equals + 1)
    if (end > found.equals)
      declared.push({ name: source.word(found.name), value: source.slice(found.equals + 1, end) })
  }
  return { declared, times: (names) => timesOf(source, names) }
}

/** Before a name that is only read. */
const reading = /^(?:return|else|in|is|case|await|to|throw|yield)$/

/** A name behind another one (its type, `val`), or before a sign that changes it or gives it a type; `f(name = x)` is none. */
function timesOf(source: Source<unknown>, names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let at = 0; at < source.tokens.length; at++) {
    const name = source.word(at)
    if (!names.has(name) || !source.isName(at)) continue
    const before = source.word(at - 1)
    const declared = (source.isName(at - 1) && !reading.test(before)) || /^(?:>|\]|\?)$/.test(before)
    const behind = source.word(at + 1)
    const changed = behind === ':' || behind === '=>' || (behind === '=' && !/^[({,]$/.test(before))
    if (declared || changed) found.set(name, (found.get(name) ?? 0) + 1)
  }
  return found
}
