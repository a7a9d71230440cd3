import type { KeyFacts } from './catalogue/catalogue'
import type { KnownKeys } from './catalogue/known-keys'
import type { Client, LineTest, Rule } from './rule'
import { RuleSet } from './rule-set'

/** People make up names without end; the memory of them stays small. */
const REMEMBERED = 8192

/** What is known of a name in the blocks of one role and client: found once, however many files have it. */
export interface Word {
  readonly key: string
  /** Null where Kafka has no such key for the role. */
  readonly facts: KeyFacts | null
  /** Rules that look at a block in which it stands. */
  readonly rules: RuleSet
  /** Those of them that look at what the client gets, be it from a parent. */
  readonly inherited: RuleSet
}

/** The names of one role and client, each with the rules that watch it. */
export class Words {
  /** Rules that look at every block of the role. */
  readonly always = new RuleSet()
  private readonly client: Client
  private readonly known: KnownKeys
  private readonly remembered = new Map<string, Word>()
  private readonly byKey = new Map<string, number[]>()
  private readonly byLine: { readonly place: number; readonly lines: LineTest }[] = []

  /** @param rules all rules, each known by its place. */
  constructor(client: Client, known: KnownKeys, rules: readonly Rule[]) {
    this.client = client
    this.known = known
    for (const [place, { roles, keys, lines }] of rules.entries()) {
      if (roles !== null && !roles.includes(client.role)) continue
      if (lines !== undefined) this.byLine.push({ place, lines })
      else if (keys === null) this.always.add(place)
      for (const key of keys ?? []) {
        const places = this.byKey.get(key)
        if (places === undefined) this.byKey.set(key, [place])
        else places.push(place)
      }
    }
  }

  of(key: string): Word {
    return this.remembered.get(key) ?? this.learn(key)
  }

  private learn(name: string): Word {
    const { client, known } = this
    const key = known.names.of(name)
    const inherited = new RuleSet(this.byKey.get(key))
    const rules = new RuleSet()
    rules.addAll(inherited)
    for (const { place, lines } of this.byLine) if (lines(key, client, known)) rules.add(place)
    const word = { key, facts: known.kafka.facts(client.role, key), rules, inherited }
    if (this.remembered.size >= REMEMBERED) this.remembered.clear()
    this.remembered.set(key, word)
    return word
  }
}
