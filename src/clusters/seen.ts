import type { Commits } from '../model/commits'
import type { ClusterMetadata } from '../model/topics'
import { PartitionMap } from '../model/topics'
import type { GroupListing } from '../model/groups'
import { verdictOf } from '../lag/verdict'
import { groupSnapshot } from './group-snapshot'
import { GroupTrack } from './group-track'
import type { Reading, Wanted } from './reading'
import { topicSnapshots } from './topic-snapshot'
import type { ClusterSnapshot, GroupHistory, GroupSnapshot } from './types'

const NOTHING: ClusterSnapshot = {
  groups: null,
  groupsError: null,
  silentBrokers: [],
  topics: null,
  topicsError: null,
  brokers: null,
  controllerId: null,
}
/** Log starts move by retention, every few minutes: this fresh is fresh enough for a lag, ms. */
const STARTS_FRESH_MS = 30_000

/** What was last seen of one cluster: the snapshot, and the samples behind the verdicts. */
export class Seen {
  private current: ClusterSnapshot = NOTHING
  private listed = new Map<string, GroupListing>()
  private readonly tracks = new Map<string, GroupTrack>()
  private starts = new PartitionMap<bigint>()
  private startsAt = 0
  private lastMetadata: { readonly value: ClusterMetadata; readonly at: number } | null = null

  get snapshot(): ClusterSnapshot {
    return this.current
  }

  get listings(): ReadonlyMap<string, GroupListing> {
    return this.listed
  }

  /** Log starts that need not be read again at `now`; empty when it is time to. */
  freshStarts(now: number): PartitionMap<bigint> {
    return now - this.startsAt < STARTS_FRESH_MS ? this.starts : new PartitionMap<bigint>()
  }

  history(group: string): GroupHistory | null {
    return this.tracks.get(group)?.history() ?? null
  }

  /** When a group's offsets were last seen to go on while nobody was in it, `now` being what was just read; or null. */
  movedAlone(group: string, now: Commits, at: number): number | null {
    return this.tracks.get(group)?.movedAlone(this.current.groups?.get(group) ?? null, now, at) ?? null
  }

  /** A change of ours, put on the chart's time axis. @param at epoch ms. */
  markReset(group: string, at: number): void {
    this.tracks.get(group)?.mark(at, 'reset')
  }

  /** Metadata read not longer than `maxAge` ms ago that knows these topics; null = read it again. */
  freshMetadata(topics: Iterable<string>, now: number, maxAge: number): ClusterMetadata | null {
    const last = this.lastMetadata
    if (last === null || now - last.at > maxAge) return null
    for (const topic of topics) if (!last.value.topics.has(topic)) return null
    return last.value
  }

  keepMetadata(value: ClusterMetadata, at: number): void {
    this.lastMetadata = { value, at }
  }

  clear(): void {
    this.current = NOTHING
    this.listed = new Map()
    this.tracks.clear()
    this.starts = new PartitionMap()
    this.lastMetadata = null
  }

  /** Takes in what a beat read at `at` (epoch ms): a new snapshot, one more sample of every group with offsets. */
  take(reading: Reading, wanted: Wanted, at: number): void {
    if (reading.startsAreNew) this.startsAt = at
    this.starts = reading.starts
    if (reading.metadata !== null) this.keepMetadata(reading.metadata, at)
    if (reading.list !== null) this.takeList(reading)
    const groups = this.takeGroups(reading, wanted, at)
    const failed = reading.list?.failures ?? []
    this.current = {
      ...this.current,
      groups,
      groupsError: wanted.list ? reading.listError : this.current.groupsError,
      silentBrokers: reading.list === null ? this.current.silentBrokers : failed.map((f) => f.broker),
      topics: topicSnapshots(this.current.topics, reading, wanted),
      topicsError:
        wanted.topics || wanted.topicEnds.size > 0 ? reading.metadataError : this.current.topicsError,
      brokers: reading.metadata?.brokers ?? this.current.brokers,
      controllerId: reading.metadata?.controllerId ?? this.current.controllerId,
    }
  }

  /** A broker that did not answer does not make its groups vanish. */
  private takeList(reading: Reading): void {
    const listed = new Map<string, GroupListing>()
    for (const group of reading.list?.groups ?? []) listed.set(group.id, group)
    const silent = new Set(reading.list?.failures.map((failure) => failure.broker))
    for (const [id, listing] of this.listed)
      if (!listed.has(id) && silent.has(listing.coordinator)) listed.set(id, listing)
    this.listed = listed
    for (const id of this.tracks.keys()) if (!listed.has(id)) this.tracks.delete(id)
  }

  private takeGroups(
    reading: Reading,
    wanted: Wanted,
    at: number,
  ): ReadonlyMap<string, GroupSnapshot> | null {
    const before = this.current.groups
    const ids = new Set([...reading.committed.keys(), ...reading.descriptions.keys()])
    if (reading.list !== null) for (const id of this.listed.keys()) ids.add(id)
    if (ids.size === 0 && reading.list === null) return before
    const after = new Map<string, GroupSnapshot>()
    for (const [id, old] of before ?? []) if (reading.list === null || this.listed.has(id)) after.set(id, old)
    for (const id of ids) {
      const description = reading.descriptions.get(id)
      const gone = description?.ok === false && description.error.code === 'groupNotFound'
      if (gone && !this.listed.has(id)) {
        after.delete(id)
        continue
      }
      after.set(id, this.groupNow(id, before?.get(id) ?? null, reading, wanted, at))
    }
    return new Map([...after].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  }

  private groupNow(
    id: string,
    before: GroupSnapshot | null,
    reading: Reading,
    wanted: Wanted,
    at: number,
  ): GroupSnapshot {
    const now = groupSnapshot(id, before, {
      listing: reading.list === null ? undefined : this.listed.get(id),
      description: reading.descriptions.get(id),
      commits: reading.committed.get(id),
      starts: reading.starts,
      ends: reading.ends,
      at,
    })
    let track = this.tracks.get(id)
    if (track === undefined) this.tracks.set(id, (track = new GroupTrack()))
    if (wanted.groups.has(id)) track.keepLong()
    if (reading.committed.get(id)?.ok === true) track.sample(before, now, at)
    const { type, state, members, lag, emptySince } = now
    return {
      ...now,
      verdict: verdictOf({
        type,
        state,
        members,
        lag,
        window: track.window,
        emptySince,
        resetAt: track.resetAt,
        now: at,
      }),
    }
  }
}
