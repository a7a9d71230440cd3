import { parseSnapshot, type ClusterSnapshot } from '../../../src/lint/snapshot'

/** A snapshot as `--cluster` reads it. */
export function parsedSnapshot(value: unknown): ClusterSnapshot {
  const parsed = parseSnapshot(value)
  if (parsed.kind === 'wrong') throw new Error(`no snapshot: ${parsed.place}`)
  return parsed.snapshot
}
