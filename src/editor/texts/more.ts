/** What the list of changes, deleting and bookmarks say beside the core's own words. */
export const moreTexts = {
  'changes.by': 'by {0}',
  'changes.partitions.one': '1 partition',
  'changes.partitions': '{0} partitions',
  'changes.accessible': '{0}, change, {1}',
  'changes.gone': 'There is no record of this change any more.\n',
  'changes.none': 'No change of offsets has been made here yet.',
  'changes.otherCluster':
    '{0} is not among your clusters any more, so this cannot be undone. Add the cluster again.',
} as const
