import { errorText, laglineError, type LaglineError } from '../model/errors'
import { KafkaError, kafkaErrorName, kafkaErrorTextId, type KafkaErrorCode } from '../model/kafka-errors'
import type { Text } from '../model/text'
import { partitionKey, type TopicPartition } from '../model/topics'

/** What a broker's error code was about. */
export interface Subject {
  readonly group?: string
  readonly partition?: TopicPartition
  /** What was to be done with the group; a look where left out. */
  readonly toDo?: 'commit' | 'deleteOffsets' | 'deleteGroup'
}

/** Turns a broker's error code into an error of the catalogue. */
export function brokerError(kafka: KafkaErrorCode, subject: Subject): LaglineError {
  const { group = '', partition } = subject
  const where = partition === undefined ? '' : partitionKey(partition.topic, partition.partition)
  const meaning: Text = { id: kafkaErrorTextId(kafka), args: [] }
  const name = kafkaErrorName(kafka) ?? String(kafka)
  const details = { kafka }
  switch (kafka) {
    case KafkaError.groupIdNotFound:
      return laglineError('groupNotFound', errorText('error.groupNotFound', group), details)
    case KafkaError.unknownMemberId:
    case KafkaError.illegalGeneration:
    case KafkaError.rebalanceInProgress:
    case KafkaError.fencedMemberEpoch:
    case KafkaError.staleMemberEpoch:
      // Said to somebody who is no member: the group has some.
      return laglineError('groupActive', errorText('error.groupActive', group), details)
    case KafkaError.nonEmptyGroup: {
      const text = subject.toDo === 'deleteGroup' ? 'error.groupActive.delete' : 'error.groupActive'
      return laglineError('groupActive', errorText(text, group), details)
    }
    case KafkaError.groupSubscribedToTopic:
      return laglineError(
        'groupActive',
        errorText('error.groupActive.subscribed', group, partition?.topic ?? ''),
        details,
      )
    case KafkaError.unknownTopicOrPartition:
    case KafkaError.unknownTopicId:
      return laglineError('unknownPartition', errorText('error.unknownPartition', where), details)
    case KafkaError.leaderNotAvailable:
      return laglineError('noLeader', errorText('error.noLeader', where), details)
    case KafkaError.coordinatorLoadInProgress:
    case KafkaError.coordinatorNotAvailable:
    case KafkaError.notCoordinator:
      return laglineError('coordinator', errorText('error.coordinator', group, meaning), details)
    case KafkaError.topicAuthorizationFailed:
      return laglineError(
        'notAuthorized',
        partition === undefined
          ? errorText('error.notAuthorized.topicsOf', group, name)
          : errorText('error.notAuthorized.topic', partition.topic, name),
        details,
      )
    case KafkaError.groupAuthorizationFailed:
      return laglineError('notAuthorized', errorText('error.notAuthorized.group', group, name), details)
    case KafkaError.clusterAuthorizationFailed:
      return laglineError('notAuthorized', errorText('error.notAuthorized.cluster', name), details)
    default:
      return laglineError('kafka', errorText('error.kafka', name, kafka, meaning), details)
  }
}

/** True where the coordinator has to be asked again, after a look at who it is now. */
export function coordinatorMoved(code: KafkaErrorCode): boolean {
  return (
    code === KafkaError.coordinatorLoadInProgress ||
    code === KafkaError.coordinatorNotAvailable ||
    code === KafkaError.notCoordinator
  )
}

/** True where another broker may lead the partition than was thought. */
export function leaderMoved(code: KafkaErrorCode): boolean {
  return (
    code === KafkaError.notLeaderOrFollower ||
    code === KafkaError.leaderNotAvailable ||
    code === KafkaError.unknownTopicOrPartition ||
    code === KafkaError.replicaNotAvailable ||
    code === KafkaError.kafkaStorageError ||
    code === KafkaError.fencedLeaderEpoch ||
    code === KafkaError.offsetNotAvailable
  )
}
