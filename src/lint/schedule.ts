import type { BlockContext } from './context'
import type { Block, Role } from './document'
import type { Rule } from './rule'

/** Which rules have something to say about a block: those of its role, one of whose keys is written. */
export class Schedule {
  /** Rules by their place in `rules`, for each role. */
  private readonly byRole = new Map<
    Role,
    { readonly always: number[]; readonly byKey: Map<string, number[]> }
  >()
  private readonly rules: readonly Rule[]

  constructor(rules: readonly Rule[]) {
    this.rules = rules
  }

  /** One set of marks per context, by the place of a rule: 1 = it runs there. */
  of(contexts: readonly BlockContext[]): Uint8Array[] {
    const own = contexts.map(({ block }) => this.marks(block.role, block))
    if (contexts.every(({ block }) => block.parent === null)) return own
    const all = contexts.map(({ block }, at) => this.withParents(block, own[at]))
    contexts.forEach(({ block }, at) => this.leaveToClient(block, contexts, own[at], all))
    return all
  }

  private marks(role: Role, block: Block): Uint8Array {
    const { always, byKey } = this.indexOf(role)
    const marks = new Uint8Array(this.rules.length)
    for (const place of always) marks[place] = 1
    for (const { key } of block.entries) {
      const places = byKey.get(key)
      if (places !== undefined) for (const place of places) marks[place] = 1
    }
    return marks
  }

  private withParents(block: Block, own: Uint8Array | undefined): Uint8Array {
    const marks = Uint8Array.from(own ?? [])
    for (let { parent } = block; parent !== null; parent = parent.parent)
      this.marks(block.role, parent).forEach((mark, place) => (marks[place] ||= mark))
    return marks
  }

  /** What a client's own block says counts for it: the settings it takes from its parent are judged there, once. */
  private leaveToClient(
    block: Block,
    contexts: readonly BlockContext[],
    own: Uint8Array | undefined,
    all: readonly Uint8Array[],
  ): void {
    if (own === undefined || (block.role === 'consumer' && !block.joinsGroup)) return
    for (let { parent } = block; parent !== null; parent = parent.parent) {
      const marks = all[contexts.findIndex((context) => context.block === parent)]
      own.forEach((mark, place) => {
        const byKeys = (this.rules[place]?.keys ?? null) !== null
        if (mark === 1 && marks !== undefined && byKeys) marks[place] = 0
      })
    }
  }

  private indexOf(role: Role): { readonly always: number[]; readonly byKey: Map<string, number[]> } {
    let index = this.byRole.get(role)
    if (index !== undefined) return index
    index = { always: [], byKey: new Map() }
    for (const [place, { roles, keys }] of this.rules.entries()) {
      if (roles !== null && !roles.includes(role)) continue
      if (keys === null) index.always.push(place)
      for (const key of keys ?? []) {
        const places = index.byKey.get(key)
        if (places === undefined) index.byKey.set(key, [place])
        else places.push(place)
      }
    }
    this.byRole.set(role, index)
    return index
  }
}
