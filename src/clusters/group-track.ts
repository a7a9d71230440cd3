import { sameCommit, type Commits } from '../model/commits'
import { PartitionMap } from '../model/topics'
import { LagWindow, WINDOW_SAMPLES, type Sample } from '../lag/window'
import type { GroupHistory, GroupSnapshot } from './types'

/** Groups seen only in a list keep what a verdict needs, half an hour at one in ten seconds: there may be thousands. */
const SHORT_WINDOW = 180
/** More marks than this would be a bar, not marks. */
const MARKS_KEPT = 200

/** A change of ours is marked with the time at which it was begun; it may be seen this much later, ms. */
const OWN_CHANGE_MS = 60_000

type Mark = GroupHistory['marks'][number]

/** One group over time: its samples and what happened to it. */
export class GroupTrack {
  readonly window = new LagWindow(SHORT_WINDOW)
  private readonly marks: Mark[] = []
  private alone: number | null = null

  /** From now on as many samples as a chart shows. */
  keepLong(): void {
    this.window.growTo(WINDOW_SAMPLES)
  }

  /** @param at epoch ms. */
  mark(at: number, kind: Mark['kind']): void {
    this.marks.push({ at, kind })
    if (this.marks.length > MARKS_KEPT) this.marks.shift()
  }

  /** Takes a sample of `now`, and marks what must have happened since `before`. */
  sample(before: GroupSnapshot | null, now: GroupSnapshot, at: number): void {
    const samples = new PartitionMap<Sample>()
    for (const { topic, partition, commit, end, lag } of now.partitions ?? [])
      samples.set(topic, partition, {
        lag: lag.lag,
        committed: commit === null || commit.offset < 0n ? null : commit.offset,
        end,
      })
    this.window.push(at, samples)
    if (before === null) return
    if (rebalanced(before, now)) this.mark(at, 'rebalance')
    if (wasReset(before, now) && !this.hasResetSince(before.at)) this.mark(at, 'reset')
    if (movesAlone(before, now) && !this.hasResetSince(before.at - OWN_CHANGE_MS)) this.alone = at
  }

  /**
   * When the offsets were last seen to go on while nobody was in the group, epoch ms; null = never. `now` is compared
   * with the last sample too, which `before` is.
   */
  movedAlone(before: GroupSnapshot | null, now: Commits, at: number): number | null {
    if (before === null || before.state !== 'Empty' || !wentOn(before, now)) return this.alone
    return this.hasResetSince(before.at - OWN_CHANGE_MS) ? this.alone : at
  }

  history(): GroupHistory | null {
    if (this.window.length === 0) return null
    const series = this.window.seriesCopy().map(({ topic, partition, lag }) => ({ topic, partition, lag }))
    const times = this.window.timesCopy()
    const oldest = times[0] ?? 0
    return { times, series, marks: this.marks.filter((mark) => mark.at >= oldest) }
  }

  /** When its offsets were last set by hand, epoch ms; null = never, as far as was seen. */
  get resetAt(): number | null {
    return this.marks.findLast(({ kind }) => kind === 'reset')?.at ?? null
  }

  private hasResetSince(since: number): boolean {
    return this.marks.some((mark) => mark.kind === 'reset' && mark.at >= since)
  }
}

/** Other members, or partitions in other hands. */
function rebalanced(before: GroupSnapshot, now: GroupSnapshot): boolean {
  if (before.members === null || now.members === null) return false
  return holdings(before) !== holdings(now)
}

function holdings({ members }: GroupSnapshot): string {
  return (members ?? [])
    .map((member) => {
      const held = member.assignment.map((p) => `${p.topic}-${p.partition}`).sort()
      return `${member.memberId} ${held.join(' ')}`
    })
    .sort()
    .join('\n')
}

/** Offsets that go back while nobody is in the group were set by hand. */
function wasReset(before: GroupSnapshot, now: GroupSnapshot): boolean {
  if (before.state !== 'Empty' || now.state !== 'Empty' || before.partitions === null) return false
  const old = new PartitionMap<NonNullable<GroupSnapshot['partitions']>[number]>()
  for (const partition of before.partitions) old.set(partition.topic, partition.partition, partition)
  return (now.partitions ?? []).some(({ topic, partition, commit }) => {
    const was = old.get(topic, partition)?.commit ?? null
    return was !== null && commit !== null && !sameCommit(was, commit) && commit.offset < was.offset
  })
}

/** Offsets that go on while nobody is in the group: committed by somebody who is no member. */
function movesAlone(before: GroupSnapshot, now: GroupSnapshot): boolean {
  if (before.state !== 'Empty' || now.state !== 'Empty') return false
  const commits: Commits = new PartitionMap()
  for (const { topic, partition, commit } of now.partitions ?? [])
    if (commit !== null) commits.set(topic, partition, commit)
  return wentOn(before, commits)
}

function wentOn(before: GroupSnapshot, now: Commits): boolean {
  return (before.partitions ?? []).some(({ topic, partition, commit }) => {
    const later = now.get(topic, partition)
    return commit !== null && later !== undefined && later.offset > commit.offset
  })
}
