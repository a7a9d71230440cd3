import { RECORDS_SCHEME } from '../../ids'
import type { TopicPartition } from '../../model/topics'

/** What the address of a tab with records tells: enough to read them again. */
export interface RecordsAddress extends TopicPartition {
  /** Random; what was read is kept under it while the editor runs. */
  readonly id: string
  /** Lagline's id of the cluster. */
  readonly cluster: string
  /** The group whose partition it was opened from; null = a topic's. */
  readonly group: string | null
}

/** The parts of a document's address. The last segment of the path is what the tab shows. */
export function recordsUriParts(
  address: RecordsAddress,
  title: string,
): { readonly scheme: string; readonly path: string; readonly query: string } {
  const { id, cluster, topic, partition, group } = address
  return {
    scheme: RECORDS_SCHEME,
    path: `/${id}/${title}`,
    query: JSON.stringify([cluster, topic, partition, group]),
  }
}

/** Null for an address that is not of records; anybody can open any address. */
export function readRecordsUri(uri: {
  readonly scheme: string
  readonly path: string
  readonly query: string
}): RecordsAddress | null {
  const id = /^\/([^/]+)\//.exec(uri.path)?.[1]
  if (uri.scheme !== RECORDS_SCHEME || id === undefined) return null
  try {
    const parts: unknown = JSON.parse(uri.query)
    if (!Array.isArray(parts)) return null
    const [cluster, topic, partition, group] = parts as unknown[]
    if (typeof cluster !== 'string' || typeof topic !== 'string' || !isPartition(partition)) return null
    return group === null || typeof group === 'string' ? { id, cluster, topic, partition, group } : null
  } catch {
    return null
  }
}

function isPartition(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
