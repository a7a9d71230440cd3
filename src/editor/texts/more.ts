/** What the list of changes, deleting and bookmarks say beside the core's own words. */
export const moreTexts = {
  'changes.by': 'by {0}',
  'changes.partitions.one': '1 partition',
  'changes.partitions': '{0} partitions',
  'changes.accessible': '{0}, change, {1}',
  'changes.gone': 'There is no record of this change any more.\n',
  'changes.none': 'No change of offsets has been made here yet.',
  'changes.oneCluster':
    'The selected changes are of several clusters, {0} and {1} among them. Undo those of one cluster at a time.',
  'changes.twice':
    'Several changes of {0} are selected. Undo the newest one first, then look at what it left.',
  'changes.otherCluster':
    '{0} is not among your clusters any more, so this cannot be undone. Add the cluster again.',

  'lens.connect': '{0}: connect to see how it does',
  'lens.none': 'No group {0} on {1}',
  'lens.none.many': 'No group {0} on any connected cluster',
  'lens.on': '{0}: {1}',
  'lens.reset': 'Reset…',
  'lens.chart': 'Lag Chart',
  'lens.reveal': 'Reveal',

  'bookmarks.saved': 'Kept as “{0}”: the offsets of {1} groups.',
  'bookmarks.savedSome': 'Kept as “{0}”: the offsets of {1} of {2} groups. {3} is not among them: {4}',
  'bookmarks.none': '{0} has no bookmark yet. Save one first.',

  'delete.noneEmpty': 'No group of {0} is Empty, so none can be deleted.',
  'delete.noneLeft': 'No group meets these conditions.',
  'delete.noneSelected':
    'None of the selected groups can be deleted: on {0}, only groups of consumers that are Empty can. Stop who is in them, then try again.',
  'delete.noOffsets': '{0} has no committed offsets there.',
  'delete.noOffsets.several': 'None of the selected groups has committed offsets.',
  'bulk.done.one': '1 group of {0} is deleted. Its committed offsets are kept here: Undo brings them back.',
  'bulk.done': '{0} groups of {1} are deleted. Their committed offsets are kept here: Undo brings them back.',
  'bulk.partial': '{0}: {1}.',
  'bulk.list': '{0}, {1}',
  'bulk.part.deleted': '{0} of {1} groups deleted',
  'bulk.part.failed': '{0} refused',
  'bulk.part.unsettled': '{0} not known, because the answer never came',
  'bulk.part.notTried': '{0} not tried',
  'bulk.column.group': 'group',
  'bulk.column.partitions': 'offsets kept',
  'bulk.column.result': 'result',
  'bulk.row.deleted': 'deleted',
  'bulk.row.unsettled': 'not known: the answer never came',
  'bulk.row.notTried': 'not tried',
} as const
