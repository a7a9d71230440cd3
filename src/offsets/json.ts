/** Reads what this room wrote as JSON: everything is checked, nothing guessed. What does not fit throws an `Error`. */
import type { Commit } from '../model/commits'
import type { GroupType } from '../model/groups'

export const GROUP_TYPES: readonly GroupType[] = ['classic', 'consumer', 'share', 'streams', 'unknown']

export function writeCommit(commit: Commit | null): object | null {
  if (commit === null) return null
  return { offset: commit.offset.toString(), leaderEpoch: commit.leaderEpoch, metadata: commit.metadata }
}

const INT64_MAX = 2n ** 63n - 1n

export function readCommit(json: unknown, at: string): Commit {
  const commit = object(json, at)
  const offset = bigint(commit['offset'], `${at}.offset`)
  if (offset > INT64_MAX || offset < -INT64_MAX - 1n) throw new Error(`${at}.offset is beyond 64 bits`)
  const leaderEpoch = commit['leaderEpoch']
  if (!isInt32(leaderEpoch)) throw new Error(`${at}.leaderEpoch is not a 32-bit integer`)
  return { offset, leaderEpoch, metadata: string(commit['metadata'], `${at}.metadata`) }
}

export function object(json: unknown, at: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Error(`${at} is not an object`)
  return json as Record<string, unknown>
}

export function string(json: unknown, at: string): string {
  if (typeof json !== 'string') throw new Error(`${at} is not a text`)
  return json
}

/** Not negative: times, partition numbers. */
export function integer(json: unknown, at: string): number {
  if (typeof json !== 'number' || !Number.isSafeInteger(json) || json < 0)
    throw new Error(`${at} is not a whole number, 0 or more`)
  return json
}

export function bigint(json: unknown, at: string): bigint {
  if (typeof json !== 'string' || !/^-?(0|[1-9]\d*)$/.test(json))
    throw new Error(`${at} is not a decimal text`)
  return BigInt(json)
}

function isInt32(json: unknown): json is number {
  return typeof json === 'number' && (json | 0) === json
}

/** Absent is not null: a file that lost a field is damaged. */
export function nullable<T>(json: unknown, read: (value: unknown) => T): T | null {
  return json === null ? null : read(json)
}

export function oneOf<T extends string>(values: readonly T[], json: unknown, at: string): T {
  const found = values.find((value) => value === json)
  if (found === undefined) throw new Error(`${at} is none of ${values.join(', ')}`)
  return found
}
