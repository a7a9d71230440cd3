import { crc32c } from '../../../src/decoders/checksum'
import { errorText, laglineError } from '../../../src/model/errors'
import type { FetchedLog, FetchLimits, LogPlace, LogSource } from '../../../src/model/records'

/** A record of a log in memory; those that are absent were compacted away. */
export interface OwnRecord {
  readonly offset: number
  readonly key?: string | null
  readonly value: string | Uint8Array | null
  readonly headers?: readonly (readonly [string, string | null])[]
}

/** Epoch ms of the record at offset 0; each further one is a second younger. */
export const began = Date.UTC(2026, 0, 31, 14, 5)

/** One batch of magic 2 without compression, as brokers lay it out. */
export function batch(records: readonly OwnRecord[], last: number): Uint8Array {
  const base = records[0]?.offset ?? last
  const laidOut = Buffer.concat(
    records.map((record) => {
      const body = Buffer.concat([
        Buffer.from([0]),
        varint((record.offset - base) * 1000),
        varint(record.offset - base),
        field(record.key ?? null),
        field(record.value),
        varint(record.headers?.length ?? 0),
        ...(record.headers ?? []).flatMap(([key, value]) => [field(key), field(value)]),
      ])
      return Buffer.concat([varint(body.length), body])
    }),
  )
  const head = Buffer.alloc(61)
  head.writeBigInt64BE(BigInt(base), 0)
  head.writeInt32BE(49 + laidOut.length, 8)
  head[16] = 2
  head.writeInt32BE(last - base, 23)
  head.writeBigInt64BE(BigInt(began + base * 1000), 27)
  head.writeBigInt64BE(BigInt(began + last * 1000), 35)
  head.fill(0xff, 43, 57)
  head.writeInt32BE(records.length, 57)
  const whole = Buffer.concat([head, laidOut])
  whole.writeUInt32BE(crc32c(whole.subarray(21)), 17)
  return new Uint8Array(whole)
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value < 0 ? -value * 2 - 1 : value * 2
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80)
  return Buffer.from([...bytes, rest])
}

function field(value: string | Uint8Array | null): Buffer {
  if (value === null) return varint(-1)
  const bytes = Buffer.from(value)
  return Buffer.concat([varint(bytes.length), bytes])
}

/** A log in memory, in batches of `perBatch` offsets; one fetch gives at most `perFetch` of them. */
export class MemoryLogSource implements LogSource {
  readonly fetches: bigint[] = []
  committedOffset: bigint | null = null
  private readonly records: readonly OwnRecord[]
  private readonly start: number
  private readonly end: number
  private readonly perBatch = 10
  private readonly perFetch = 4

  constructor(records: readonly OwnRecord[], start: number, end: number) {
    this.records = records
    this.start = start
    this.end = end
  }

  async fetch(place: LogPlace, _limits: FetchLimits, _signal: AbortSignal): Promise<FetchedLog> {
    this.fetches.push(place.offset)
    const offset = Number(place.offset)
    if (offset < this.start || offset > this.end)
      throw laglineError('outOfRange', errorText('error.outOfRange', place.topic, place.offset))
    const parts: Uint8Array[] = []
    for (
      let base = Math.floor(offset / this.perBatch) * this.perBatch;
      base < this.end;
      base += this.perBatch
    ) {
      if (parts.length === this.perFetch) break
      const last = Math.min(base + this.perBatch, this.end) - 1
      const own = this.records.filter((record) => record.offset >= base && record.offset <= last)
      // Compaction leaves no batch where it took every record.
      if (own.length > 0) parts.push(batch(own, last))
    }
    const end = BigInt(this.end)
    return {
      start: BigInt(this.start),
      end,
      stable: end,
      aborted: [],
      bytes: new Uint8Array(Buffer.concat(parts)),
    }
  }

  async endOf(_at: unknown, at: 'earliest' | 'latest'): Promise<bigint> {
    return BigInt(at === 'earliest' ? this.start : this.end)
  }

  async find(_at: unknown, { time }: { readonly time: number }): Promise<bigint | null> {
    const found = this.records.find(({ offset }) => began + offset * 1000 >= time)
    return found === undefined ? null : BigInt(found.offset)
  }

  async committed(): Promise<bigint | null> {
    return this.committedOffset
  }
}
