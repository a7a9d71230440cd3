import type { Dialect, Role } from '../../document'
import { nativeNameOf } from '../librdkafka-names'
import { aiokafka } from './aiokafka'
import { franzGo, sarama, segmentio } from './go'
import { kafkaPython } from './kafka-python'
import { kafkajs } from './kafkajs'
import type { DialectTable } from './table'

/** Clients with names of their own; Java and librdkafka have catalogues. */
export type OwnDialect = Exclude<Dialect, 'java' | 'librdkafka'>

const tables: Readonly<Record<OwnDialect, DialectTable>> = {
  kafkajs,
  'kafka-python': kafkaPython,
  aiokafka,
  sarama,
  'franz-go': franzGo,
  segmentio,
}
const ownNames = new Map<Dialect, ReadonlyMap<string, string>>()

/** Null for Java and librdkafka. */
export function tableOf(dialect: Dialect): DialectTable | null {
  return dialect === 'java' || dialect === 'librdkafka' ? null : tables[dialect]
}

/** What the client calls a setting of Kafka's; null where it has no such setting. */
export function ownNameOf(dialect: Dialect, key: string): string | null {
  const table = tableOf(dialect)
  if (table === null) return dialect === 'librdkafka' ? nativeNameOf(key) : key
  let names = ownNames.get(dialect)
  if (names === undefined)
    ownNames.set(dialect, (names = new Map(Object.entries(table.names).map(([name, own]) => [own, name]))))
  return names.get(key) ?? null
}

/** How messages name a setting: as its client does, where that has names of its own. */
export function shownName(dialect: Dialect, key: string): string {
  return ownNameOf(dialect, key) ?? key
}

/** The default of a client that has a table; null where it has none that is known. */
export function ownDefault(table: DialectTable, role: Role, key: string): string | null {
  const { common, consumer, producer } = table.defaults
  const sets =
    role === 'consumer'
      ? [consumer, common]
      : role === 'producer'
        ? [producer, common]
        : role === 'client'
          ? [common, consumer, producer]
          : [common]
  for (const defaults of sets) {
    const found = defaults[key]
    if (found !== undefined) return found
  }
  return null
}
