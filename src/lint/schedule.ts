import type { KnownKeys } from './catalogue/known-keys'
import type { BlockContext } from './context'
import type { Block, Dialect, Role } from './document'
import type { Rule } from './rule'
import { RuleSet } from './rule-set'
import { Words } from './words'

/** Which rules have something to say about a block: those of its role, one of whose keys is written. */
export class Schedule {
  readonly known: KnownKeys
  private readonly rules: readonly Rule[]
  private readonly byRole = new Map<Role, Map<Dialect, Words>>()

  /** @param rules a rule is known by its place among them. */
  constructor(rules: readonly Rule[], known: KnownKeys) {
    this.rules = rules
    this.known = known
  }

  /** What is known of names in the blocks of a role and client. */
  words(role: Role, dialect: Dialect): Words {
    let byDialect = this.byRole.get(role)
    if (byDialect === undefined) this.byRole.set(role, (byDialect = new Map<Dialect, Words>()))
    let words = byDialect.get(dialect)
    if (words === undefined)
      byDialect.set(dialect, (words = new Words({ role, dialect }, this.known, this.rules)))
    return words
  }

  /** The rules that run, for each context. */
  of(contexts: readonly BlockContext[]): RuleSet[] {
    const own = contexts.map((context) => this.ownOf(context))
    if (contexts.every(({ block }) => block.parent === null)) return own
    const all = contexts.map(({ block }, at) => this.withParents(block, own[at]))
    contexts.forEach(({ block }, at) => this.leaveToClient(block, contexts, own[at], all))
    return all
  }

  private ownOf({ block, words }: BlockContext): RuleSet {
    const set = new RuleSet()
    set.addAll(this.words(block.role, block.dialect).always)
    for (const { rules } of words) set.addAll(rules)
    return set
  }

  private withParents({ role, dialect, parent }: Block, own: RuleSet | undefined): RuleSet {
    const set = new RuleSet()
    if (own !== undefined) set.addAll(own)
    const words = this.words(role, dialect)
    for (let from = parent; from !== null; from = from.parent)
      for (const { key } of from.entries) set.addAll(words.of(key).inherited)
    return set
  }

  /** What a client's own block says counts for it: the settings it takes from its parent are judged there, once. */
  private leaveToClient(
    block: Block,
    contexts: readonly BlockContext[],
    own: RuleSet | undefined,
    all: readonly RuleSet[],
  ): void {
    if (own === undefined || (block.role === 'consumer' && !block.joinsGroup)) return
    for (let { parent } = block; parent !== null; parent = parent.parent) {
      const set = all[contexts.findIndex((context) => context.block === parent)]
      if (set === undefined) continue
      for (let place = own.next(0); place >= 0; place = own.next(place + 1))
        if ((this.rules[place]?.keys ?? null) !== null) set.delete(place)
    }
  }
}
