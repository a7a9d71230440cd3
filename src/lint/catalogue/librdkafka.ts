import { nativeNameOf } from './librdkafka-names'
import { librdkafkaRows } from './table.generated'

/** The settings of librdkafka (C, and the Python, Node, Go and .NET clients over it): names and defaults. */
export class LibrdkafkaCatalogue {
  private readonly defaults = new Map<string, string>()

  constructor() {
    for (const row of librdkafkaRows.split('\n')) {
      const bar = row.indexOf('|')
      this.defaults.set(row.slice(0, bar), row.slice(bar + 1))
    }
  }

  has(key: string): boolean {
    return this.defaults.has(key)
  }

  keys(): Iterable<string> {
    return this.defaults.keys()
  }

  /** By librdkafka's name or Kafka's. Null where the key has no default that is a value. */
  defaultOf(key: string): string | null {
    const text = this.defaults.get(nativeNameOf(key))
    return text === undefined || text === '' ? null : text
  }
}
