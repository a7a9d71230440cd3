/** What a look into a log says. */
export const recordsTexts = {
  'records.title': 'Records of {0} on {1}',
  'records.readAt': 'read {0}',
  'records.covers': 'Offsets {0} to {1}. The log holds {2} to {3}.',
  'records.covers.empty': 'Nothing stands here. The log holds {0} to {1}.',
  'records.covers.emptyLog': 'The log is empty. The next record gets offset {0}.',
  'records.covers.sinceUnknown': 'Offsets {0} to {1}. The log ends with {2}.',
  'records.timeUp':
    'Time ran out after {0} s, so this is only what had been read by then. Go on with Newer or Older, or raise lagline.timeout.requestSeconds.',
  'records.open':
    'From {0} on, consumers that read committed get nothing yet: a transaction is still open there.',
  'records.group.next': 'The group {0} reads offset {1} next.',
  'records.group.atEnd':
    'The group {0} reads offset {1} next, which no record has yet: it has read everything.',
  'records.group.none':
    'The group {0} has committed nothing here. It starts where its auto.offset.reset says.',
  'records.group.lost':
    'The group {0} has committed {1}, but the log begins with {2} now: {3} offsets are gone, and it goes on where its auto.offset.reset says.',
  'records.group.beyond':
    'The group {0} has committed {1}, which is beyond the end of the log ({2}): it goes on where its auto.offset.reset says.',
  'records.time.none': 'No record has a time of {0} or later: this is the end of the log.',
  'records.time.found': 'The first record of {0} or later has offset {1}.',

  'records.record': 'Offset {0} · partition {1}',
  'records.record.next': 'Offset {0} · partition {1} · {2} reads this next',
  'records.time': '{0} ({1})',
  'records.time.none.record': 'none',
  'records.time.append': '{0} ({1}), set by the broker',
  'records.field': '{0} ({1})',
  'records.field.time': 'time',
  'records.field.key': 'key',
  'records.field.value': 'value',
  'records.field.header': 'header {0}',
  'records.field.transaction': 'transaction',
  'records.null': 'null',
  'records.tombstone': 'null: a tombstone, which deletes this key when the log is compacted',
  'records.empty': 'empty',
  'records.cut': '… the first {0} of {1} characters',
  'records.transaction.committed': 'committed',
  'records.transaction.aborted': 'aborted: consumers that read committed skip it',
  'records.transaction.open':
    'not decided yet, or behind one that is not: consumers that read committed do not get it yet',
  'records.marker.commit': 'Offset {0}: transaction marker, commit',
  'records.marker.abort': 'Offset {0}: transaction marker, abort',
  'records.marker.other': 'Offset {0}: a control record of the brokers',
  'records.gap.one': 'Offset {0}: compacted away',
  'records.gap': 'Offsets {0}–{1}: compacted away',
  'records.unreadable.one': 'Offset {0} cannot be read. {1}',
  'records.unreadable': 'Offsets {0}–{1} cannot be read. {2}',

  'records.format.text': 'text',
  'records.format.json': 'JSON',
  'records.format.hex': 'hex',
  'records.format.number': '{0}',
  'records.format.avro': 'Avro {0}, schema {1}',
  'records.format.protobuf': 'Protobuf {0}, schema {1}',
  'records.format.jsonSchema': 'JSON Schema {0}, schema {1}',
  'records.format.untitled': 'JSON Schema, schema {0}',
  'records.note.notJson': 'This is not JSON.',
  'records.note.notNumber': 'This is no {0}: it has {1} bytes.',
  'records.note.noRegistry':
    'This cluster has no schema registry. Set schemaRegistry in its entry of the setting lagline.clusters.',
  'records.note.looksLikeSchema':
    'It begins as what is written with schema {0} of a schema registry does. Set schemaRegistry in the cluster’s entry of the setting lagline.clusters to read it.',
} as const
