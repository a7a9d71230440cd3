import { parseKafkaVersion } from '../../catalogue/versions'
import type { Role } from '../../document'
import { hasPlaceholder } from '../../placeholder'
import { textOf } from '../environment/compose'
import type { Draft } from '../placed/assemble'
import { PlacedEntry } from '../placed/leaf'
import type { YamlLeaves } from '../yaml/leaf'
import type { Field, Tree } from '../yaml/tree'
import { droppedBy } from './forbidden'

/** Where a kind of resource keeps settings, and whose they are. */
interface Place {
  readonly path: readonly string[]
  readonly role: Role
}

const places: Readonly<Record<string, readonly Place[]>> = {
  Kafka: [{ path: ['spec', 'kafka', 'config'], role: 'broker' }],
  KafkaConnect: [{ path: ['spec', 'config'], role: 'connect' }],
  KafkaConnector: [{ path: ['spec', 'config'], role: 'connector' }],
  KafkaBridge: [
    { path: ['spec', 'consumer', 'config'], role: 'consumer' },
    { path: ['spec', 'producer', 'config'], role: 'producer' },
    { path: ['spec', 'adminClient', 'config'], role: 'admin' },
  ],
  KafkaMirrorMaker: [
    { path: ['spec', 'consumer', 'config'], role: 'consumer' },
    { path: ['spec', 'producer', 'config'], role: 'producer' },
  ],
  KafkaMirrorMaker2: [{ path: ['spec', 'target', 'config'], role: 'connect' }],
  KafkaTopic: [{ path: ['spec', 'config'], role: 'topic' }],
}

/** One resource of a file. */
interface Resource {
  readonly tree: Tree
  readonly fields: readonly Field[]
  readonly leaves: YamlLeaves
}

/** The settings in one resource of Strimzi (`apiVersion: kafka.strimzi.io/…`). */
export function strimziDrafts(resource: Resource, poolReplicas: number): Draft[] {
  const { tree, fields } = resource
  const kind = textOf(tree.get(fields, 'kind')) ?? ''
  const found = (Object.hasOwn(places, kind) ? places[kind] : undefined) ?? []
  const drafts = found.flatMap(({ path, role }) => draftAt(resource, tree.find(fields, ...path), role))
  if (kind === 'KafkaMirrorMaker2') drafts.push(...mirrorDrafts(resource))
  if (kind === 'KafkaTopic') return topicDrafts(resource, drafts)
  const version = textOf(
    tree.find(fields, 'spec', 'kafka', 'version') ?? tree.find(fields, 'spec', 'version'),
  )
  const kafkaVersion = version === null ? null : parseKafkaVersion(version)
  const replicas = countOf(tree.find(fields, 'spec', 'kafka', 'replicas')) ?? poolReplicas
  return drafts.map((draft) => ({
    ...draft,
    ...dropsOf(kind, draft.role),
    ...(kafkaVersion === null ? {} : { kafkaVersion }),
    ...(draft.role === 'broker' && replicas > 0 ? { replicas } : {}),
  }))
}

function dropsOf(kind: string, role: Role): Pick<Draft, 'drops'> {
  const drops = droppedBy(kind, role)
  return drops === null ? {} : { drops }
}

/** Brokers of the node pools of a file, 0 where it has none. */
export function replicasOfPools(resources: readonly Resource[]): number {
  let sum = 0
  for (const { tree, fields } of resources) {
    if (textOf(tree.get(fields, 'kind')) !== 'KafkaNodePool') continue
    const roles = tree.find(fields, 'spec', 'roles')
    const isBroker = roles !== undefined && tree.under(roles).some((role) => textOf(role) === 'broker')
    if (isBroker) sum += countOf(tree.find(fields, 'spec', 'replicas')) ?? 0
  }
  return sum
}

function countOf(field: Field | undefined): number | null {
  const text = textOf(field)
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null
}

function draftAt({ tree, leaves }: Resource, config: Field | undefined, role: Role): Draft[] {
  if (config === undefined) return []
  const { path } = config
  const entries = leaves
    .all(tree, tree.under(config))
    .map((leaf) => new PlacedEntry(leaf.path.slice(path.length + 1), leaf))
  return [
    {
      id: path,
      role,
      prefix: '',
      parents: [],
      joinsGroup: role === 'consumer' || role === 'connect',
      entries,
      pathOf: (key) => `${path}.${key}`,
    },
  ]
}

/** The clusters of a MirrorMaker 2: the one that its workers connect to has a worker's settings, the others a client's. */
function mirrorDrafts(resource: Resource): Draft[] {
  const { tree, fields } = resource
  const under = (field: Field | undefined): readonly Field[] => (field === undefined ? [] : tree.under(field))
  const target = textOf(tree.find(fields, 'spec', 'connectCluster'))
  const clusters = under(tree.find(fields, 'spec', 'clusters')).flatMap((cluster) => {
    const own = tree.under(cluster)
    const isTarget = textOf(tree.get(own, 'alias')) === target
    const drafts = draftAt(resource, tree.get(own, 'config'), isTarget ? 'connect' : 'client')
    // Its clients are assigned their partitions; only the workers are members of a group.
    return drafts
  })
  const mirrors = under(tree.find(fields, 'spec', 'mirrors')).flatMap((mirror) => {
    const own = tree.under(mirror)
    const connectors = ['sourceConnector', 'checkpointConnector', 'heartbeatConnector'].flatMap((name) =>
      draftAt(resource, tree.find(own, name, 'config'), 'connector'),
    )
    return [...connectors, ...draftAt(resource, tree.find(own, 'source', 'config'), 'client')]
  })
  return [...clusters, ...mirrors]
}

/** A topic's partitions and replicas stand beside its settings; they are its entries `partitions` and `replication.factor`. */
function topicDrafts({ tree, fields, leaves }: Resource, drafts: readonly Draft[]): Draft[] {
  const counts = [
    ['partitions', 'partitions'],
    ['replicas', 'replication.factor'],
  ].flatMap(([name = '', key = '']) => {
    const field = tree.find(fields, 'spec', name)
    return field === undefined ? [] : [new PlacedEntry(key, leaves.pair(field))]
  })
  const [config] = drafts
  const topic = textOf(tree.find(fields, 'spec', 'topicName') ?? tree.find(fields, 'metadata', 'name'))
  const pathOf: Draft['pathOf'] = (key) =>
    key === 'partitions'
      ? 'spec.partitions'
      : key === 'replication.factor'
        ? 'spec.replicas'
        : `spec.config.${key}`
  return [
    {
      id: 'spec',
      role: 'topic',
      prefix: '',
      parents: [],
      joinsGroup: false,
      entries: [...counts, ...(config?.entries ?? [])],
      pathOf,
      ...(topic === null || hasPlaceholder(topic) ? {} : { topic }),
    },
  ]
}
