import type { KnownKeys } from '../../catalogue/known-keys'
import type { Role } from '../../document'
import type { Draft } from '../placed/assemble'
import { DraftSet } from '../placed/draft-set'
import { PlacedEntry, type Leaf } from '../placed/leaf'

/** What SmallRye's connector gives a consumer of a channel. */
const incomingDefaults = new Map([
  ['enable.auto.commit', 'false'],
  ['auto.offset.reset', 'latest'],
])
/** It writes `acks=1` itself, which leaves Kafka to decide about idempotence. */
const outgoingDefaults = new Map([
  ['acks', '1'],
  ['enable.idempotence', null],
])

const connector = 'smallrye-kafka'
const channelForm = /^mp\.messaging\.(incoming|outgoing)\.("[^"]+"|[^.]+)\.(.+)$/
const connectorForm = /^mp\.messaging\.connector\.smallrye-kafka\.(.+)$/

/**
 * The clients of Quarkus and of any MicroProfile runtime with SmallRye's Kafka connector: channels, the connector's
 * common settings, `kafka.*` for all clients and `kafka-streams.*`.
 */
export function quarkusDrafts(leaves: readonly Leaf[], known: KnownKeys): Draft[] {
  const set = new DraftSet()
  const channels = connectorsOf(leaves)
  for (const leaf of leaves) {
    const { path } = leaf
    const channel = channelForm.exec(path)
    if (channel !== null) {
      const [, direction = '', name = '', key = ''] = channel
      const used = channels.get(`${direction}.${name}`)
      if (used !== undefined && used !== connector) continue
      const role = direction === 'incoming' ? 'consumer' : 'producer'
      const prefix = path.slice(0, path.length - key.length)
      add(set, role, `${direction}.${name}`, prefix, key, leaf, known)
      continue
    }
    const common = connectorForm.exec(path)
    if (common !== null) {
      const [, key = ''] = common
      add(set, 'client', 'connector', path.slice(0, path.length - key.length), key, leaf, known)
    } else if (path.startsWith('kafka.')) add(set, 'client', 'kafka', 'kafka.', path.slice(6), leaf, known)
    else if (path.startsWith('kafka-streams.'))
      add(set, 'streams', 'streams', 'kafka-streams.', path.slice(14), leaf, known)
    else if (path.startsWith('quarkus.kafka')) set.addOther(path, leaf)
  }
  return set.all()
}

/** The connector of each channel that names one. */
function connectorsOf(leaves: readonly Leaf[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { path, value } of leaves) {
    const match = channelForm.exec(path)
    if (match?.[3] === 'connector' && value !== null) found.set(`${match[1]}.${match[2]}`, value.trim())
  }
  return found
}

const parentsOf: Readonly<Partial<Record<Role, readonly string[]>>> = {
  consumer: ['connector', 'kafka'],
  producer: ['connector', 'kafka'],
  streams: ['kafka'],
}

function add(
  set: DraftSet,
  role: Role,
  id: string,
  prefix: string,
  key: string,
  leaf: Leaf,
  known: KnownKeys,
): void {
  // Attributes of the connector are words and dashes; Kafka's settings are words and dots.
  if (key.includes('-') || (!key.includes('.') && known.kafka.facts(role, key) === null)) {
    set.addOther(prefix + key, leaf)
    return
  }
  const defaults = role === 'consumer' ? incomingDefaults : role === 'producer' ? outgoingDefaults : undefined
  const parents = id === 'connector' ? ['kafka'] : (parentsOf[role] ?? [])
  const draft = {
    id,
    role,
    prefix,
    parents,
    joinsGroup: role === 'consumer' || role === 'client' || role === 'streams',
    pathOf: (name: string) => prefix + name,
    ...(defaults === undefined ? {} : { defaults }),
  }
  set.add(draft, new PlacedEntry(key, leaf))
}
