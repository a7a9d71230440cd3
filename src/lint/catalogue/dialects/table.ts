/** A client that has names and defaults of its own. */
export interface DialectTable {
  /** As people call it. */
  readonly label: string
  /** Whether its durations are written with their unit, as Go's are, so that nobody takes seconds for milliseconds. */
  readonly unitsWritten?: boolean
  /** Whether a name that it does not know is an error. */
  readonly refusesUnknown?: boolean
  /** Whether it refuses to start where the heartbeat interval is not below the session timeout. */
  readonly refusesLateHeartbeat: boolean
  /** Its name of a setting → Kafka's. */
  readonly names: Readonly<Record<string, string>>
  /** Names that it knows and that Kafka has no setting for. */
  readonly ownOnly: readonly string[]
  /** By Kafka's name, in Kafka's units; `common` = of any client. */
  readonly defaults: Readonly<Record<'common' | 'consumer' | 'producer', Readonly<Record<string, string>>>>
}

/** Names of a client that are Kafka's with another sign for each dot. @param keys Kafka's, with blanks between */
export function kafkaNames(sign: string, keys: string): Record<string, string> {
  return Object.fromEntries(
    keys
      .trim()
      .split(/\s+/)
      .map((key) => [key.replaceAll('.', sign), key]),
  )
}
