import { assertNever } from '../model/assert'
import type { ClusterClient, GroupList, GroupRef, Outcome } from '../model/cluster-client'
import type { Commits } from '../model/commits'
import { isCancelled, toLaglineError, type LaglineError } from '../model/errors'
import { isInactive, type GroupDescription, type GroupListing } from '../model/groups'
import { PartitionMap, type ClusterMetadata, type TopicPartition } from '../model/topics'
import { refOf } from './facts'
import type { Interest } from './types'

/** What one beat is to read: the union of what is watched. */
export interface Wanted {
  readonly list: boolean
  /** Groups watched one by one: described whatever their state. */
  readonly groups: ReadonlySet<string>
  readonly topics: boolean
  readonly brokers: boolean
  /** Topics whose ends are wanted. */
  readonly topicEnds: ReadonlySet<string>
}

/** What is known from before and saves a request. */
export interface Known {
  readonly listings: ReadonlyMap<string, GroupListing>
  /** Log starts that are fresh enough. */
  readonly starts: PartitionMap<bigint>
}

/** What one beat read. Null = not asked for, or failed with the error beside it. */
export interface Reading {
  readonly list: GroupList | null
  readonly listError: LaglineError | null
  readonly descriptions: ReadonlyMap<string, Outcome<GroupDescription>>
  readonly committed: ReadonlyMap<string, Outcome<Commits>>
  readonly metadata: ClusterMetadata | null
  /** True: `metadata` holds all topics. */
  readonly allTopics: boolean
  readonly metadataError: LaglineError | null
  readonly ends: PartitionMap<bigint>
  readonly starts: PartitionMap<bigint>
  /** True: none of `starts` was known from before. */
  readonly startsAreNew: boolean
  /** Set where nobody answered anything: the connection itself may be gone. */
  readonly silence: LaglineError | null
}

export function wantedOf(interests: Iterable<Interest>): Wanted {
  const groups = new Set<string>()
  const topicEnds = new Set<string>()
  let list = false
  let topics = false
  let brokers = false
  for (const interest of interests)
    switch (interest.kind) {
      case 'groups':
        list = true
        break
      case 'group':
        groups.add(interest.group)
        break
      case 'topics':
        topics = true
        break
      case 'topic':
        topicEnds.add(interest.topic)
        break
      case 'brokers':
        brokers = true
        break
      default:
        assertNever(interest)
    }
  return { list, groups, topics, brokers, topicEnds }
}

/**
 * Reads all that is wanted in as few requests as there are brokers concerned, committed offsets before ends (so that
 * no lag looks smaller than it was). Rejects only when cancelled: what fails stands beside what was read.
 */
export async function readBeat(
  client: ClusterClient,
  wanted: Wanted,
  known: Known,
  signal: AbortSignal,
): Promise<Reading> {
  const failures: LaglineError[] = []
  const attempt = async <T>(
    work: () => Promise<T>,
  ): Promise<{ value: T | null; error: LaglineError | null }> => {
    try {
      return { value: await work(), error: null }
    } catch (error) {
      if (isCancelled(error) || signal.aborted) throw error
      const failure = toLaglineError(error)
      failures.push(failure)
      return { value: null, error: failure }
    }
  }

  const listed = wanted.list ? await attempt(() => client.listGroups(signal)) : { value: null, error: null }
  const listings = new Map(known.listings)
  if (listed.value !== null) {
    if (listed.value.failures.length === 0) listings.clear()
    for (const listing of listed.value.groups) listings.set(listing.id, listing)
  }
  const refs = groupRefs(wanted, listings)
  const describing =
    refs.described.length > 0 ? attempt(() => client.describeGroups(refs.described, signal)) : null
  // Groups nobody listed have to be looked up first; their description tells the coordinator for both.
  const looksUp = refs.described.some((ref) => ref.coordinator === undefined)
  const offsetRefs = looksUp ? locate(refs.offsets, (await describing)?.value ?? null) : refs.offsets
  const [descriptions, committed] = await Promise.all([
    describing,
    offsetRefs.length > 0 ? attempt(() => client.committed(offsetRefs, signal)) : null,
  ])
  const failedAll = <T>(groups: readonly GroupRef[], error: LaglineError | null): Map<string, Outcome<T>> =>
    new Map(error === null ? [] : groups.map((group) => [group.id, { ok: false, error }]))
  const described = descriptions?.value ?? failedAll(refs.described, descriptions?.error ?? null)
  const commits = committed?.value ?? failedAll(refs.offsets, committed?.error ?? null)

  const partitions = partitionsOf(commits, described)
  const names = new Set([...partitions.topicNames(), ...wanted.topicEnds])
  const allTopics = wanted.topics
  const metadata =
    allTopics || wanted.brokers || names.size > 0
      ? await attempt(() => client.metadata(allTopics ? 'all' : [...names].sort(), signal))
      : { value: null, error: null }
  addTopicPartitions(partitions, wanted.topicEnds, metadata.value)

  const ends = new PartitionMap<bigint>()
  const starts = new PartitionMap<bigint>()
  if (metadata.value !== null && partitions.size > 0) {
    const all = [...partitions.keys()]
    const unknown = all.filter((p) => !known.starts.has(p.topic, p.partition))
    const leaders = metadata.value
    const found = await Promise.all([
      attempt(() => client.offsets(all, 'latest', leaders, signal)),
      unknown.length > 0 ? attempt(() => client.offsets(unknown, 'earliest', leaders, signal)) : null,
    ])
    for (const [{ topic, partition }, start] of known.starts.entries()) starts.set(topic, partition, start)
    for (const [into, from] of [[ends, found[0].value] as const, [starts, found[1]?.value ?? null] as const])
      for (const [{ topic, partition }, outcome] of from?.entries() ?? [])
        if (outcome.ok && outcome.value.offset !== null) into.set(topic, partition, outcome.value.offset)
  }
  return {
    list: listed.value,
    listError: listed.error,
    descriptions: described,
    committed: commits,
    metadata: metadata.value,
    allTopics: allTopics && metadata.value !== null,
    metadataError: metadata.error,
    ends,
    starts,
    startsAreNew: known.starts.size === 0,
    silence: silenceOf(
      failures,
      [listed.value, metadata.value],
      [...described.values(), ...commits.values()],
    ),
  }
}

/** The first failure, where there was no answer beside it; a refusal is an answer too. */
function silenceOf(
  failures: readonly LaglineError[],
  whole: readonly (object | null)[],
  outcomes: readonly Outcome<unknown>[],
): LaglineError | null {
  if (whole.some((answer) => answer !== null)) return null
  const errors = [...failures]
  for (const outcome of outcomes) {
    if (outcome.ok || outcome.error.kafka !== null || outcome.error.code === 'groupNotFound') return null
    errors.push(outcome.error)
  }
  return errors[0] ?? null
}

/** Empty groups have no members to describe. */
function groupRefs(
  wanted: Wanted,
  listings: ReadonlyMap<string, GroupListing>,
): { readonly described: GroupRef[]; readonly offsets: GroupRef[] } {
  const ids = new Set([...wanted.groups, ...(wanted.list ? listings.keys() : [])])
  const described: GroupRef[] = []
  const offsets: GroupRef[] = []
  for (const id of ids) {
    const listing = listings.get(id)
    const ref = groupRef(id, listing)
    if (wanted.groups.has(id) || (listing !== undefined && !isInactive(listing.state))) described.push(ref)
    offsets.push(ref)
  }
  return { described, offsets }
}

/** The groups with the coordinators and types that describing them found. */
function locate(
  refs: readonly GroupRef[],
  descriptions: ReadonlyMap<string, Outcome<GroupDescription>> | null,
): GroupRef[] {
  return refs.map((ref) => {
    const found = descriptions?.get(ref.id)
    return found?.ok === true ? refOf(found.value) : ref
  })
}

/** A group as the request layer wants it named, with what the list told. */
export function groupRef(id: string, listing: GroupListing | undefined): GroupRef {
  return listing === undefined
    ? { id }
    : { id, coordinator: listing.coordinator, ...(listing.type === 'unknown' ? {} : { type: listing.type }) }
}

/** Committed and assigned partitions of all groups. */
function partitionsOf(
  committed: ReadonlyMap<string, Outcome<Commits>>,
  descriptions: ReadonlyMap<string, Outcome<GroupDescription>>,
): PartitionMap<true> {
  const partitions = new PartitionMap<true>()
  const add = ({ topic, partition }: TopicPartition): void => void partitions.set(topic, partition, true)
  for (const outcome of committed.values()) if (outcome.ok) for (const key of outcome.value.keys()) add(key)
  for (const outcome of descriptions.values())
    if (outcome.ok && outcome.value.type !== 'share')
      for (const member of outcome.value.members) member.assignment.forEach(add)
  return partitions
}

function addTopicPartitions(
  into: PartitionMap<true>,
  topics: ReadonlySet<string>,
  metadata: ClusterMetadata | null,
): void {
  for (const name of topics)
    for (const { partition } of metadata?.topics.get(name)?.partitions ?? []) into.set(name, partition, true)
}
