import type { TopicPartition } from '../../model/topics'
import { Reader } from './reader'

/**
 * What a member of a classic group with protocol type `consumer` holds (ConsumerProtocolAssignment). Later versions of
 * the form only add fields, so what follows the partitions (user data, often null) is left unread. Empty bytes, as
 * outside Stable, are no partitions.
 * @throws WireError where the bytes are not such an assignment
 */
export function readMemberAssignment(bytes: Uint8Array): TopicPartition[] {
  if (bytes.length === 0) return []
  const from = new Reader(bytes, false)
  from.int16() // version
  return from
    .array(() => {
      const topic = from.string()
      return from.int32s().map((partition) => ({ topic, partition }))
    })
    .flat()
}
