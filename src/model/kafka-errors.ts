/**
 * Kafka's error codes, by number (org.apache.kafka.common.protocol.Errors). kafkajs' own table ends at 88.
 * The sentence for a code is the text `kafka.<code>`.
 */

/** 0 is success, -1 UNKNOWN_SERVER_ERROR; a newer broker may send numbers that no table has. */
export type KafkaErrorCode = number

export const KafkaError = {
  none: 0,
  offsetOutOfRange: 1,
  unknownTopicOrPartition: 3,
  leaderNotAvailable: 5,
  notLeaderOrFollower: 6,
  requestTimedOut: 7,
  offsetMetadataTooLarge: 12,
  coordinatorLoadInProgress: 14,
  coordinatorNotAvailable: 15,
  notCoordinator: 16,
  illegalGeneration: 22,
  unknownMemberId: 25,
  rebalanceInProgress: 27,
  topicAuthorizationFailed: 29,
  groupAuthorizationFailed: 30,
  clusterAuthorizationFailed: 31,
  unsupportedVersion: 35,
  nonEmptyGroup: 68,
  groupIdNotFound: 69,
  groupSubscribedToTopic: 86,
  unstableOffsetCommit: 88,
  unknownTopicId: 100,
} as const
