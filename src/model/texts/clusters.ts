/** What can be said about a connection and about changes carried out. */
export const clustersTexts = {
  'clusters.refusal.readOnly':
    '{0} is marked read-only, so nothing can be moved. Change its settings to allow changes.',
  'clusters.stale':
    '{0} was moved since the plan was made: it stood at {1}, would go to {2}, and stands at {3} now. Nothing was changed. Plan again.',
  'clusters.stale.more':
    '{0} and {4} more were moved since the plan was made: {0} stood at {1}, would go to {2}, and stands at {3} now. Nothing was changed. Plan again.',
  'clusters.stale.metadata':
    '{0} was committed again since the plan was made (same offset {1}, other metadata or leader epoch; it would go to {2}). Nothing was changed. Plan again.',
  'clusters.stale.none': 'no commit',
  'clusters.stale.share':
    'Somebody was in {0} since the plan was made, and may have read. Nothing was changed. Plan again.',
  'clusters.outOfRange':
    '{0} would go to {1}, but its log now holds {2} to {3}. Nothing was changed. Plan again.',
  'clusters.topicReplaced':
    'The topic {0} was deleted and created again since the plan was made. Nothing was changed. Plan again.',
  'clusters.active': '{0} Nothing was changed.',
  'clusters.active.refused':
    'Somebody joined {0} just before its offsets were to be moved, so the broker refused. Nothing was changed. Stop its consumers, then plan again.',
  'clusters.noRange': 'The log of {0} could not be read just before the commit: {1} Nothing was changed.',
  'clusters.noSuchChange': 'There is no record of that change, so it cannot be undone.',
  'clusters.otherCluster': 'That plan was made for another cluster. Plan again.',
  'clusters.plan.groupGone':
    'The group {0} is gone since the plan was made. Nothing was changed. Refresh the list.',
  'clusters.row.notSent': 'Not sent: {0}',
  'clusters.row.notStored': 'The request was cut off, and reading back showed that it was not stored.',
  'clusters.row.groupStays': 'The group was not deleted.',
  'clusters.deleteOffsets.share':
    'Kafka deletes the offsets of a share group by whole topics: choose all partitions of {0} that the group has.',
  'clusters.delete.streams':
    '{0} is a Kafka Streams group: deleting it does not clean up its state. Use kafka-streams-groups.sh.',
  'clusters.delete.members': '{0} is in use, so it cannot be deleted: {1}. Stop its members first.',
  'clusters.delete.state': '{0} is {1}, so it cannot be deleted now. Wait until it is Empty.',
  'clusters.copy.share':
    '{0} is a share group: it has no committed offsets that could be copied. Choose another group.',
  'clusters.deleteOffsets.none': '{0} has committed nothing there, so there is nothing to delete.',

  'clusters.bookmark.none': '{0} has committed no offsets, so there is nothing to keep.',

  'clusters.waiting.members':
    'Still in it: {0}. One that stopped without leaving stays until its session time-out.',
  'clusters.waiting.members.session':
    'Still in it: {0}. One that stopped without leaving stays for up to {1} s.',
  'clusters.waiting.state': 'Nobody is in it, but it is still {0}.',

  'clusters.verdict.notSeen': 'Not read yet.',
} as const
