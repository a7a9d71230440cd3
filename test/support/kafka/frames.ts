/** Names of the request types that Lagline or Kafka's admin client sends, by API key (Kafka's ApiKeys). */
const apiNames: Readonly<Record<number, string>> = {
  0: 'Produce',
  1: 'Fetch',
  2: 'ListOffsets',
  3: 'Metadata',
  8: 'OffsetCommit',
  9: 'OffsetFetch',
  10: 'FindCoordinator',
  11: 'JoinGroup',
  12: 'Heartbeat',
  13: 'LeaveGroup',
  14: 'SyncGroup',
  15: 'DescribeGroups',
  16: 'ListGroups',
  17: 'SaslHandshake',
  18: 'ApiVersions',
  19: 'CreateTopics',
  20: 'DeleteTopics',
  21: 'DeleteRecords',
  32: 'DescribeConfigs',
  36: 'SaslAuthenticate',
  37: 'CreatePartitions',
  42: 'DeleteGroups',
  47: 'OffsetDelete',
  60: 'DescribeCluster',
  68: 'ConsumerGroupHeartbeat',
  69: 'ConsumerGroupDescribe',
  75: 'DescribeTopicPartitions',
  77: 'ShareGroupDescribe',
  89: 'StreamsGroupDescribe',
  90: 'DescribeShareGroupOffsets',
  91: 'AlterShareGroupOffsets',
  92: 'DeleteShareGroupOffsets',
}

/** The header of a request on its way to the broker. */
export interface SeenRequest {
  /** Name of the API, `api-<key>` where it is not in the table. */
  readonly api: string
  readonly version: number
  readonly correlationId: number
  readonly clientId: string | null
}

/** Reads a request's header (Kafka protocol, request header v1 and v2 begin alike). */
export function readRequest(frame: Buffer): SeenRequest {
  const key = frame.readInt16BE(4)
  const length = frame.readInt16BE(12)
  return {
    api: apiNames[key] ?? `api-${key}`,
    version: frame.readInt16BE(6),
    correlationId: frame.readInt32BE(8),
    clientId: length < 0 ? null : frame.toString('utf8', 14, 14 + length),
  }
}

/** Cuts a stream of bytes into Kafka's frames; a frame keeps its four length bytes. */
export class Frames {
  private rest: Buffer = Buffer.alloc(0)

  /** Takes the next bytes and gives the frames that are complete by now. */
  push(bytes: Buffer): Buffer[] {
    this.rest = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes])
    const frames: Buffer[] = []
    while (this.rest.length >= 4) {
      const end = 4 + this.rest.readInt32BE(0)
      if (this.rest.length < end) break
      frames.push(this.rest.subarray(0, end))
      this.rest = this.rest.subarray(end)
    }
    return frames
  }
}
