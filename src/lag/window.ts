import { comparePartitions, partitionKey, PartitionMap, type TopicPartition } from '../model/topics'

/** One partition at one moment; null = unknown. */
export interface Sample {
  readonly lag: number | null
  readonly committed: bigint | null
  /** High watermark. */
  readonly end: bigint | null
}

/** What a window keeps of one partition, oldest first; copies. */
export interface SampleSeries extends TopicPartition {
  /** NaN = unknown. */
  readonly lag: Float64Array
  /** `ABSENT` = unknown. */
  readonly committed: BigInt64Array
  /** `ABSENT` = unknown. */
  readonly end: BigInt64Array
}

/** How many samples a chart keeps: an hour at one in two seconds. */
export const WINDOW_SAMPLES = 1_800
/** Stands for "unknown" in a `BigInt64Array`; no Kafka offset is this. */
export const ABSENT = -(2n ** 63n)
/** Arrays begin this long and double, so that a group seen once costs little. */
const FIRST_CAPACITY = 32

interface Ring extends TopicPartition {
  lag: Float64Array
  committed: BigInt64Array
  end: BigInt64Array
  /** Number, counted from the first sample ever, of the newest sample with anything known. */
  lastKnown: number
}

/**
 * The last samples of one group: a ring of times, and beside it one ring for each partition. Samples are taken for all
 * partitions at once, so index i is the same moment in each of them.
 */
export class LagWindow {
  private limit: number
  private times = new Float64Array(FIRST_CAPACITY)
  private readonly rings = new PartitionMap<Ring>()
  /** Samples ever taken; sample n stands at `n % capacity`. */
  private taken = 0
  private count = 0

  /** @param limit how many samples are kept at most. */
  constructor(limit = WINDOW_SAMPLES) {
    this.limit = limit
    if (limit < FIRST_CAPACITY) this.times = new Float64Array(limit)
  }

  /** Samples kept now. */
  get length(): number {
    return this.count
  }

  /** Keeps more from now on; never fewer. */
  growTo(limit: number): void {
    this.limit = Math.max(this.limit, limit)
  }

  /** Takes one sample of every partition given; the others are unknown at that time. @param at epoch ms. */
  push(at: number, samples: PartitionMap<Sample>): void {
    if (this.count === this.times.length && this.times.length < this.limit) this.enlarge()
    const slot = this.taken % this.times.length
    this.times[slot] = at
    for (const [, ring] of this.rings.entries()) write(ring, slot, null)
    for (const [{ topic, partition }, sample] of samples.entries()) {
      const ring = this.rings.get(topic, partition) ?? this.addRing(topic, partition)
      write(ring, slot, sample)
      if (sample.lag !== null || sample.committed !== null) ring.lastKnown = this.taken
    }
    this.taken += 1
    this.count = Math.min(this.count + 1, this.times.length)
  }

  /** Epoch ms, oldest first; of the newest `last` samples. */
  timesCopy(last = this.count): Float64Array {
    return this.unroll(this.times, last, new Float64Array(Math.min(last, this.count)))
  }

  /** Every partition of which something is known within the newest `last` samples, sorted by name and number. */
  seriesCopy(last = this.count): SampleSeries[] {
    const size = Math.min(last, this.count)
    const series: SampleSeries[] = []
    for (const [, ring] of this.rings.entries()) {
      if (ring.lastKnown < this.taken - size) continue
      series.push({
        topic: ring.topic,
        partition: ring.partition,
        lag: this.unroll(ring.lag, size, new Float64Array(size)),
        committed: this.unroll(ring.committed, size, new BigInt64Array(size)),
        end: this.unroll(ring.end, size, new BigInt64Array(size)),
      })
    }
    return series.sort(comparePartitions)
  }

  private addRing(topic: string, partition: number): Ring {
    const capacity = this.times.length
    const ring: Ring = {
      topic,
      partition,
      lag: new Float64Array(capacity).fill(NaN),
      committed: new BigInt64Array(capacity).fill(ABSENT),
      end: new BigInt64Array(capacity).fill(ABSENT),
      lastKnown: -1,
    }
    this.rings.set(topic, partition, ring)
    return ring
  }

  /** Doubles the arrays and lays the samples out from slot 0 again. */
  private enlarge(): void {
    const capacity = Math.min(this.limit, this.times.length * 2)
    const kept = this.count
    this.times = this.unroll(this.times, kept, new Float64Array(capacity))
    for (const [, ring] of this.rings.entries()) {
      ring.lag = this.unroll(ring.lag, kept, new Float64Array(capacity).fill(NaN))
      ring.committed = this.unroll(ring.committed, kept, new BigInt64Array(capacity).fill(ABSENT))
      ring.end = this.unroll(ring.end, kept, new BigInt64Array(capacity).fill(ABSENT))
      ring.lastKnown -= this.taken - kept
    }
    this.taken = kept
  }

  private unroll<T extends Float64Array | BigInt64Array>(ring: T, last: number, into: T): T {
    const size = Math.min(last, this.count)
    const capacity = ring.length
    const first = (((this.taken - size) % capacity) + capacity) % capacity
    const head = Math.min(size, capacity - first)
    // One of the two array types on both sides; their `set` differ only in the element.
    if (ring instanceof Float64Array && into instanceof Float64Array) {
      into.set(ring.subarray(first, first + head), 0)
      into.set(ring.subarray(0, size - head), head)
    } else if (ring instanceof BigInt64Array && into instanceof BigInt64Array) {
      into.set(ring.subarray(first, first + head), 0)
      into.set(ring.subarray(0, size - head), head)
    }
    return into
  }
}

function write(ring: Ring, slot: number, sample: Sample | null): void {
  ring.lag[slot] = sample?.lag ?? NaN
  ring.committed[slot] = sample?.committed ?? ABSENT
  ring.end[slot] = sample?.end ?? ABSENT
}

/** Name of a series, as Kafka prints a partition. */
export function seriesName(series: TopicPartition): string {
  return partitionKey(series.topic, series.partition)
}
