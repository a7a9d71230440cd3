import { serverKey } from '../../model/servers'

/** What a person has chosen for one file: the id of a cluster, null = none of them; undefined = nothing was chosen. */
export type FileChoice = string | null | undefined

/** What is known of the cluster that a file is for. */
export interface TieFacts {
  readonly choice: FileChoice
  /** Name of a cluster, by the setting; null = not set. */
  readonly setting: string | null
  /** Lists of bootstrap servers that the file writes, as `serverKey` has them. */
  readonly servers: readonly (readonly string[])[]
}

/** A cluster that is connected. */
export interface Candidate {
  readonly id: string
  readonly name: string
  /** Those of its entry, and where its brokers say that they listen. */
  readonly servers: readonly string[]
}

/**
 * The id of the connected cluster that a file is held against, null = none: by what was chosen for the file, else by
 * the setting, else the one cluster that every list of servers in the file leads to. A file with servers of several
 * clusters, as of test and production, is for none of them.
 */
export function tieOf(
  { choice, setting, servers }: TieFacts,
  connected: readonly Candidate[],
): string | null {
  if (choice !== undefined) return connected.some(({ id }) => id === choice) ? choice : null
  if (setting !== null) return connected.find(({ name }) => name === setting)?.id ?? null
  if (servers.length === 0) return null
  const fitting = connected.filter((candidate) => {
    const own = new Set(candidate.servers.map(serverKey))
    return servers.every((list) => list.some((server) => own.has(server)))
  })
  const [only] = fitting
  return only !== undefined && fitting.length === 1 ? only.id : null
}

/** 3.4 looks like 3.3 from outside, so that nobody can tell which of the two it is. */
const NOT_TOLD = '3.3'

/** The release of a cluster where it is certain; null where it is not. */
export function certainRelease(kafkaVersion: string | null): string | null {
  return kafkaVersion === NOT_TOLD ? null : kafkaVersion
}
