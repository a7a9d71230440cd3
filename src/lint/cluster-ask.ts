import { serverKey } from '../model/servers'
import type { KnownKeys } from './catalogue/known-keys'
import { brokerKeyOfTopic } from './describe/live'
import type { Block, LintDocument, Role } from './document'
import { groupsNamed } from './groups-named'
import { brokerNeeds, everyTopicKeys, topicNeeds } from './needs'
import { hasPlaceholder } from './placeholder'
import { elementsOf } from './rules/kit/settings'

/** What a file wants to know of the cluster it is for, and how that cluster is to be found. */
export interface ClusterAsk {
  /** The bootstrap servers that the file writes, each list as `serverKey` has them; lists that are put in elsewhere are left out. */
  readonly servers: readonly (readonly string[])[]
  /** Settings of brokers. */
  readonly brokerKeys: readonly string[]
  /** Settings of topics. */
  readonly topicKeys: readonly string[]
  readonly groups: readonly string[]
  /** Topics that the file is about. */
  readonly topics: readonly string[]
  /** False: its topics and those that the groups read are enough. */
  readonly everyTopic: boolean
}

/** A broker's own file may hold many settings; beyond these its hovers tell no value of the cluster. */
const MOST_OWN_KEYS = 200

/** What is to be asked of a cluster for a document. */
export function askOf(document: LintDocument, known: KnownKeys): ClusterAsk {
  const blocks = [...withParents(document.blocks)]
  return {
    servers: serversOf(blocks),
    brokerKeys: [...new Set([...brokerNeeds, ...ownKeys(blocks, known)])].sort(),
    topicKeys: [...new Set([...topicNeeds, ...topicKeys(blocks, known)])].sort(),
    groups: [...new Set(groupsNamed(document).map(({ group }) => group))].sort(),
    topics: [...new Set(blocks.flatMap(({ topic }) => topic ?? []))].sort(),
    everyTopic: blocks.some(({ entries }) => entries.some(({ key }) => everyTopicKeys.has(key))),
  }
}

function withParents(blocks: readonly Block[]): Set<Block> {
  const all = new Set<Block>()
  for (const block of blocks)
    for (let each: Block | null = block; each !== null && !all.has(each); each = each.parent) all.add(each)
  return all
}

function serversOf(blocks: readonly Block[]): string[][] {
  const lists = new Map<string, string[]>()
  for (const { entries } of blocks)
    for (const { key, value } of entries) {
      if (key !== 'bootstrap.servers' || value === null || hasPlaceholder(value)) continue
      const servers = elementsOf(value).flatMap((server) => serverKey(server) ?? [])
      if (servers.length > 0) lists.set(servers.join(), servers)
    }
  return [...lists.values()]
}

/** What the files of brokers and topics set themselves, for their hovers: settings of brokers. */
function ownKeys(blocks: readonly Block[], known: KnownKeys): string[] {
  return [...keysOf('broker', blocks, known), ...topicKeys(blocks, known).map(brokerKeyOfTopic)]
}

function topicKeys(blocks: readonly Block[], known: KnownKeys): string[] {
  return keysOf('topic', blocks, known)
}

function keysOf(role: Role, blocks: readonly Block[], known: KnownKeys): string[] {
  const entries = blocks.filter((block) => block.role === role).flatMap((block) => block.entries)
  const keys = new Set(entries.map(({ key }) => key).filter((key) => known.kafka.facts(role, key) !== null))
  return [...keys].slice(0, MOST_OWN_KEYS)
}
