import type { Answer, Api } from './wire/api'

/** Marks the request that proves a new connection, which stands for kafkajs' own first Metadata. */
const openingMark = ' (opening)'

/** What a connection costs to open, by the names kafkajs gives. */
const openings: ReadonlySet<string> = new Set(['ApiVersions', 'SaslHandshake', 'SaslAuthenticate'])

/** Counts requests by name, without those that open a connection. */
export class RequestCount {
  private readonly counts = new Map<string, number>()

  /** The same request, not to be counted. */
  static opening<Q, R extends Answer>(this: void, api: Api<Q, R>): Api<Q, R> {
    return { ...api, name: `${api.name}${openingMark}` }
  }

  add(name: string): void {
    if (openings.has(name) || name.endsWith(openingMark)) return
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
  }

  byName(): ReadonlyMap<string, number> {
    return new Map(this.counts)
  }
}
