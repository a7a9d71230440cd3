import type { Client, Draft } from '../draft'
import type { Source } from '../tokens/source'

interface Body {
  readonly name: string
  /** The brace that opens it. */
  readonly open: number
}

/** Functions that give settings back, and the clients that are made with what they give. */
export class Functions {
  private readonly source: Source<Draft>
  private readonly expression: (from: number) => Draft | null
  private readonly bodies: Body[] = []
  private readonly given = new Map<string, Draft | null>()
  private readonly asked: [name: string, client: Client][] = []

  /** @param expression the settings that an expression makes */
  constructor(source: Source<Draft>, expression: (from: number) => Draft | null) {
    this.source = source
    this.expression = expression
  }

  /** `fun settings(): Map<String, Any> = mapOf(…)` or `{ … }` */
  begin(at: number): void {
    const { source } = this
    const name = source.word(at + 1)
    let sign = at + 2
    if (source.word(sign) === '(') sign = source.partnerOf(sign) + 1
    const last = sign + 40
    while (sign > at && sign < last && !/^[={}]?$/.test(source.word(sign))) sign++
    if (sign <= at || !source.isName(at + 1)) return
    if (source.word(sign) === '=' && source.word(sign + 1) !== '{') {
      const draft = this.expression(sign + 1)
      // Whoever asks for it may lay others over it.
      if (draft !== null) draft.fixed = true
      this.put(name, draft)
    } else if (source.word(sign) === '=' || source.word(sign) === '{')
      this.bodies.push({ name, open: source.word(sign) === '=' ? sign + 1 : sign })
  }

  /** What the function around `at` gives back there. */
  give(at: number, draft: Draft | null): void {
    const body = this.bodies.findLast(({ open }) => open < at && this.source.partnerOf(open) > at)
    if (body !== undefined) this.put(body.name, draft)
  }

  ask(name: string, client: Client): void {
    this.asked.push([name, client])
  }

  /** @param variable the settings in the variable at a place. Scala gives back what a body ends with. */
  settle(variable: (at: number) => Draft | null): void {
    const { source, given } = this
    for (const { name, open } of this.bodies) {
      const last = source.partnerOf(open) - 1
      const alone = source.tokens[last]?.line !== source.tokens[last - 1]?.line
      if (!given.has(name) && last > open && alone) given.set(name, variable(last))
    }
    for (const [name, client] of this.asked) given.get(name)?.handTo(client)
  }

  /** Of several things nothing. */
  private put(name: string, draft: Draft | null): void {
    this.given.set(name, this.given.has(name) ? null : draft)
  }
}
