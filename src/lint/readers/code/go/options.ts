import type { SyntaxNode } from '@lezer/common'
import { tableOf } from '../../../catalogue/dialects/dialects'
import type { Piece } from '../tree'
import type { GoSettings, Held } from './settings'
import { goForm, type GoPackage } from './values'

/** Options of franz-go that say something by being there. */
const switches: Readonly<Record<string, readonly [key: string, value: string]>> = {
  DisableAutoCommit: ['enable.auto.commit', 'false'],
  AllowAutoTopicCreation: ['allow.auto.create.topics', 'true'],
  DisableIdempotentWrite: ['enable.idempotence', 'false'],
}

/** `kgo.SessionTimeout(30 * time.Second)` among the options of a client. */
export function addOption(
  file: GoSettings,
  node: SyntaxNode,
  pack: GoPackage,
  name: string,
  callee: SyntaxNode,
  list: SyntaxNode,
  args: readonly Piece[],
): void {
  if (name === 'NewClient') {
    const held = optionsAt(file, list, pack)
    for (const arg of args) {
      if (!file.text.slice(arg.start, arg.end).endsWith('...') && arg.nodes.length < 2) continue
      const [spread] = arg.nodes
      const options = spread === undefined ? null : file.heldBy({ ...arg, nodes: [spread] })
      if (options === null) held.draft.open = true
      else if (args.length === 1) options.draft.constructed = true
      else held.draft.open = options.draft.open = true
    }
    held.draft.constructed = true
    return
  }
  const place = node.parent?.name === 'Element' ? node.parent.parent : node.parent
  if (place === null || (place.name !== 'Arguments' && place.name !== 'LiteralValue')) return
  const keyRange = { start: callee.from, end: callee.to }
  const unit = { start: node.from, end: node.to }
  const write = (own: string): string => `${pack.alias}.${own}`
  const pair = (k: string, v: string): string => `${k}(${v})`
  const [first] = args
  const said = Object.hasOwn(switches, name) ? switches[name] : undefined
  const reset = name === 'ConsumeResetOffset'
  if (said === undefined && !reset && !Object.hasOwn(tableOf('franz-go')?.names ?? {}, name)) return
  const held = optionsAt(file, place, pack)
  const inside = { start: list.from + 1, end: Math.max(list.from + 1, list.to - 1) }
  if (said === undefined && !reset) {
    const value = first === undefined ? inside : { start: first.start, end: args.at(-1)?.end ?? first.end }
    file.add(
      held,
      { value: name },
      keyRange,
      name === 'SeedBrokers' ? inside : value,
      unit,
      'list',
      write,
      pair,
    )
    return
  }
  const [key, value] = said ?? ['auto.offset.reset', resetOf(file.slice(list))]
  const form = { ...goForm(pack, 'list', null, write, pair), value: () => null }
  held.draft.add({ key, keyRange, value, valueRange: inside, unit, form })
}

export function optionsAt(file: GoSettings, place: SyntaxNode, pack: GoPackage): Held {
  const id = `options:${place.from}`
  const known = file.byPlace.get(id)
  if (known !== undefined) return known
  const callee = place.name === 'Arguments' ? place.parent?.firstChild : null
  const called = callee === null || callee === undefined ? '' : file.slice(callee)
  // Options that go to another function are joined by others there.
  const open = place.name === 'Arguments' && called !== `${pack.alias}.NewClient` && called !== 'append'
  const held = file.hold(pack, id, open)
  const literal = place.name === 'LiteralValue' ? place.parent : null
  if (literal !== null) file.byPlace.set(`${literal.from}:${literal.to}`, held)
  return held
}

function resetOf(text: string): string | null {
  if (/\.AtStart\(\)\)$/.test(text)) return 'earliest'
  return /\.AtEnd\(\)\)$/.test(text) ? 'latest' : null
}
