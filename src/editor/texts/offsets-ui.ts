/** What choosing, applying and undoing a change says, beside the plan's own words. */
export const offsetsUiTexts = {
  'preview.replays': 'replays {0}',
  'preview.skips': 'skips {0}',
  'preview.both': 'replays {0}, skips {1}',
  'preview.none': 'nothing moves',
  'preview.clamped.one': '{0}; 1 partition stops at the end of its log',
  'preview.clamped': '{0}; {1} partitions stop at the end of their logs',

  'result.moved.one': '{0}: 1 partition moved, read back and equal.',
  'result.moved': '{0}: {1} partitions moved, read back and equal.',
  'result.undone.one': '{0}: 1 partition brought back, read back and equal.',
  'result.undone': '{0}: {1} partitions brought back, read back and equal.',
  'result.deleted': 'The group {0} is deleted. Its committed offsets are kept here: Undo brings them back.',
  'result.offsetsDeleted.one': '{0}: the committed offset of 1 partition is deleted, read back and gone.',
  'result.offsetsDeleted': '{0}: the committed offsets of {1} partitions are deleted, read back and gone.',
  'result.partial': '{0}: {1}.',
  'result.part.list': '{0}, {1}',
  'result.part.moved': '{0} moved',
  'result.part.deleted': '{0} deleted',
  'result.part.refused': '{0} refused ({1})',
  'result.part.different': '{0} read back otherwise: somebody else moved them',
  'result.part.unsettled': '{0} not known, because the answer never came',
  'result.notDeleted': 'The group {0} was not deleted: {1}',
  'result.unsettledDelete':
    'It is not known whether the group {0} was deleted, because the answer never came. Refresh the list.',

  'resultDocument.title': '{0} on {1}, {2}',
  'resultDocument.column.topic': 'topic',
  'resultDocument.column.partition': 'partition',
  'resultDocument.column.before': 'before',
  'resultDocument.column.sent': 'sent',
  'resultDocument.column.found': 'found',
  'resultDocument.column.result': 'result',
  'resultDocument.none': 'none',
  'resultDocument.unknown': 'unknown',
  'resultDocument.done': 'as planned',
  'resultDocument.different': 'somebody else moved it',
  'resultDocument.unsettled': 'not known: the answer never came',

  'plan.gone':
    'This plan is gone: plans are not kept over a restart of the editor, because the group may have moved since.\n\nMake a new one with the line above.\n',
} as const
