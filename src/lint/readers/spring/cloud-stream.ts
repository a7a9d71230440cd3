import type { Role } from '../../document'
import type { Draft } from '../placed/assemble'
import type { DraftSet } from '../placed/draft-set'
import { PlacedEntry, type Leaf } from '../placed/leaf'

interface Place {
  readonly form: RegExp
  readonly role: Role
  readonly parents: readonly string[]
}

const binder = ['binder']
const consumers = ['default.consumer', 'binder.consumer', ...binder]
const producers = ['default.producer', 'binder.producer', ...binder]

/** Where the Kafka binder of Spring Cloud Stream keeps settings of Kafka, behind `spring.cloud.stream.kafka.`. */
const places: readonly Place[] = [
  { form: /^binder\.configuration\./i, role: 'client', parents: [] },
  { form: /^binder\.consumer-?properties\./i, role: 'consumer', parents: binder },
  { form: /^binder\.producer-?properties\./i, role: 'producer', parents: binder },
  { form: /^default\.consumer\.configuration\./i, role: 'consumer', parents: consumers.slice(1) },
  { form: /^default\.producer\.configuration\./i, role: 'producer', parents: producers.slice(1) },
  { form: /^bindings\.([^.]+)\.consumer\.configuration\./i, role: 'consumer', parents: consumers },
  { form: /^bindings\.([^.]+)\.producer\.configuration\./i, role: 'producer', parents: producers },
  { form: /^streams\.binder\.configuration\./i, role: 'streams', parents: binder },
]

/** The binder leaves commits to the container and the start to `resetOffsets` and `startOffset`. */
const consumerDefaults = new Map([
  ['enable.auto.commit', 'false'],
  ['auto.offset.reset', null],
])
/** `requiredAcks` decides, and its default differs between versions. */
const producerDefaults = new Map([
  ['acks', null],
  ['enable.idempotence', null],
])

const base = 'spring.cloud.stream.kafka.'

/** Adds one property of the binder. @param rest its path behind `spring.cloud.stream.kafka.` */
export function addCloudStream(set: DraftSet, rest: string, leaf: Leaf): void {
  if (/^binder\.brokers$/i.test(rest)) {
    const value = leaf.value === null ? null : withPorts(leaf.value)
    const pathOf = (key: string): string =>
      key === 'bootstrap.servers' ? `${base}binder.brokers` : `${base}binder.configuration.${key}`
    set.add(
      { ...draftAt('binder', 'client', base, []), pathOf },
      new PlacedEntry('bootstrap.servers', leaf, value),
    )
    return
  }
  for (const { form, role, parents } of places) {
    const match = form.exec(rest)
    if (match === null) continue
    const prefix = base + match[0]
    const draft = draftAt(idOf(match[0], role, match[1]), role, prefix, parents)
    set.add(draft, new PlacedEntry(rest.slice(match[0].length), leaf))
    return
  }
  set.addOther(base + rest, leaf)
}

function idOf(prefix: string, role: Role, channel: string | undefined): string {
  if (channel !== undefined) return `bindings.${channel}.${role}`
  if (role === 'client') return 'binder'
  return role === 'streams' ? 'streams' : `${prefix.slice(0, prefix.indexOf('.'))}.${role}`
}

function draftAt(id: string, role: Role, prefix: string, parents: readonly string[]): Omit<Draft, 'entries'> {
  const defaults = role === 'consumer' ? consumerDefaults : role === 'producer' ? producerDefaults : undefined
  return {
    id: `cloud.${id}`,
    role,
    prefix,
    parents: parents.map((parent) => `cloud.${parent}`),
    joinsGroup: role === 'consumer' || role === 'client' || role === 'streams',
    pathOf: (key) => prefix + key,
    ...(defaults === undefined ? {} : { defaults }),
  }
}

/** A broker without a port gets the binder's `defaultBrokerPort`. */
function withPorts(brokers: string): string {
  return brokers
    .split(',')
    .map((broker) => (/^[^:${}\s]+$/.test(broker.trim()) ? `${broker.trim()}:9092` : broker))
    .join(',')
}
