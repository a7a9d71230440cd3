/** What a plan, its document and its confirmation say. Sentences of their own; counts choose a sentence, never an "s". */
export const offsetsTexts = {
  'offsets.count.partitions.one': '1 partition',
  'offsets.count.partitions.many': '{0} partitions',
  'offsets.count.topics.one': '1 topic',
  'offsets.count.topics.many': '{0} topics',
  'offsets.of': '{0} of {1}',
  'offsets.andMore': '{0} and {1} more',
  'offsets.list.pair': '{0}, {1}',

  'offsets.target.earliest': 'the earliest offset',
  'offsets.target.latest': 'the latest offset',
  'offsets.target.toOffset': 'offset {0}',
  'offsets.target.toDatetime': '{0}',
  'offsets.target.current': 'where it stands',
  'offsets.target.shiftBack': '{0} offsets before where it stands',
  'offsets.target.shiftOn': '{0} offsets after where it stands',
  'offsets.target.byDuration': '{0} ({1} before now)',
  'offsets.target.fromFile': 'the offsets in {0}',
  'offsets.target.copyFrom': 'where {0} stands',

  'offsets.title.group': 'Reset {0} on {1} to {2}',
  'offsets.title.topic': 'Reset {0} on {1}, topic {3}, to {2}',
  'offsets.title.partition': 'Reset {0} on {1}, partition {3}, to {2}',
  'offsets.title.parts': 'Reset {0} on {1}, only {3}, to {2}',
  'offsets.title.create': 'Create {0} on {1} with its offsets set to {2}',
  'offsets.title.undo': 'Undo the change of {2} to {0} on {1}',
  'offsets.title.undoDelete': 'Bring back the offsets of {0} on {1}, deleted {2}',
  'offsets.title.bookmark': 'Take {0} on {1} back to the bookmark “{2}” of {3}',
  'offsets.madeAt': 'made {0} · valid until the group moves',

  'offsets.summary': 'Skips {0} offsets, replays {1}. {2}: {3}.',
  'offsets.summary.share': 'Skips at most {0} offsets, delivers at most {1} again. {2}: {3}.',
  'offsets.part.move.one': '1 moves',
  'offsets.part.move.many': '{0} move',
  'offsets.part.unchanged': '{0} unchanged',
  'offsets.part.clamped': '{0} clamped',
  'offsets.part.blocked.one': '1 cannot be moved now',
  'offsets.part.blocked.many': '{0} cannot be moved now',

  'offsets.column.topic': 'topic',
  'offsets.column.partition': 'partition',
  'offsets.column.committed': 'committed',
  'offsets.column.start': 'start offset',
  'offsets.column.new': 'new',
  'offsets.column.change': 'change',
  'offsets.column.lagNow': 'lag now',
  'offsets.column.lagAfter': 'lag after',
  'offsets.column.recordTime': 'record of',
  'offsets.column.note': 'note',
  'offsets.cell.none': 'none',
  'offsets.cell.unknown': 'unknown',
  'offsets.cell.notStarted': 'not begun',
  'offsets.cell.offset': '{0}',
  'offsets.cell.end': 'end of log',
  'offsets.timed': 'The times of the records are read for {0} of the {1} rows that move to one.',

  'offsets.note.clampedToStart': '{0} is below the log, which begins at {1}',
  'offsets.note.clampedToEnd': '{0} is beyond the log, which ends at {1}',
  'offsets.note.pastEnd': 'no record at or after that time, so the end',
  'offsets.note.empty': 'empty, so the end',
  'offsets.note.noCommit': 'nothing was committed',
  'offsets.note.noCommit.negative': 'committed {0}, which Kafka reads as nothing committed',
  'offsets.note.commitBelowStart': '{0} offsets deleted unread: the log begins at {1}',
  'offsets.note.commitBeyondEnd': 'the commit is {0} beyond the end of the log',
  'offsets.note.unchanged': 'unchanged',
  'offsets.note.noLeader': 'not moved: no leader now',
  'offsets.note.unknown': 'not moved: the broker knows no such partition',
  'offsets.note.unreadable': 'not moved: its log could not be read',
  'offsets.note.denied': 'not moved: not authorized to read its log',
  'offsets.note.noBase': 'not moved: no offset to count from',
  'offsets.note.noSource': 'not moved: nothing is named for it',
  'offsets.note.notStarted': 'it had no start offset',
  'offsets.note.sameStart': 'starts there already: what was delivered above it is delivered again',
  'offsets.note.leftOut.share': 'Left out, because the group does not have them yet: {0}.',
  'offsets.note.startBeyondEnd': 'it started {0} beyond the end of the log',
  'offsets.note.outsideLog': '{0} is outside the log now, which holds {1} to {2}',
  'offsets.note.topicReplaced': 'the topic was deleted and created again since',
  'offsets.note.notNamed': 'Left where it stands, because no offset is named for it: {0}.',
  'offsets.note.leftOut': 'Left out, because the group has committed nothing there: {0}.',

  'offsets.refusal.streams':
    '{0} is a Kafka Streams group: offsets alone are not its state, so Lagline does not move them. Use kafka-streams-groups.sh.',
  'offsets.refusal.protocol':
    '{0} is a group of the protocol “{1}”, not of consumers: it has no committed offsets of its own. For Kafka Connect, use its REST API for offsets.',
  'offsets.refusal.members.one':
    '{0} is in use, so its offsets cannot be moved: {1} is in it. Stop it, then plan again.',
  'offsets.refusal.members.many':
    '{0} is in use, so its offsets cannot be moved: {1} are in it. Stop them, then plan again.',
  'offsets.refusal.static':
    '{0} is in use, so its offsets cannot be moved: {1} in it. A stopped member with a group.instance.id stays until its session times out (45 s by default). Stop all, wait, then plan again.',
  'offsets.refusal.state':
    '{0} is {1}, so its offsets cannot be moved now. Wait until it is Empty, then plan again.',
  'offsets.refusal.noCommits': '{0} has committed no offsets, so there is nothing to move.',
  'offsets.refusal.noStarts': '{0} has no start offsets, so there is nothing to move.',
  'offsets.refusal.noPartitions': 'The broker knows no partition that this plan asks for. Refresh the list.',
  'offsets.refusal.allThere': 'Every partition is already there, so there is nothing to do.',
  'offsets.refusal.allBlocked':
    'None of the partitions can be moved now; the plan tells why. Try again when their brokers are back.',
  'offsets.refusal.nothingStored': 'That change stored nothing, so there is nothing to undo.',
  'offsets.member': '{0} on {1}',
  'offsets.member.static': '{0} on {1} (instance {2})',

  'offsets.warning.connect':
    '{0} looks like the group of a Kafka Connect sink: Connect has a REST API of its own for its offsets.',
  'offsets.warning.streams':
    '{0} looks like a Kafka Streams application (topic {1}): its state stores do not move with its offsets.',
  'offsets.warning.streams.members':
    '{0} is a Kafka Streams application: its state stores do not move with its offsets. Kafka has kafka-streams-application-reset.sh for it.',
  'offsets.warning.mirror':
    '{0} reads topics that MirrorMaker brings from {1} (topic {2}): while nobody is in the group, MirrorMaker may write its offsets too.',
  'offsets.warning.mirror.name':
    '{0} looks like a group of MirrorMaker: what it reads again it copies again, and what it skips is missing in the copy.',
  'offsets.warning.notInBookmark': 'Not in the bookmark, so these stay as they are: {0}.',
  'offsets.warning.hidden':
    'The offsets of {0} moved on at {1} although nobody was seen in the group: a consumer that uses assign() may commit without being a member. It would overwrite what is set here.',

  'offsets.warning.share':
    'A share group is moved by its start offsets: Kafka then forgets the state of all records above them.',
  'offsets.warning.share.again':
    'Delivery counts begin at 0 again; what was acknowledged, rejected or in delivery may be delivered again.',
  'offsets.warning.share.noLag':
    'The broker does not tell how much was delivered to {0} above its start offsets (Kafka 4.2 and newer do), so the numbers are the largest possible.',
  'offsets.warning.share.firstStart':
    '{0} had no start offset: until now the group begins where share.auto.offset.reset says.',
  'offsets.warning.outsideLog.share': '{0} would start outside the log.',

  'offsets.warning.nearStart':
    '{0} will stand within 1 % of where the log begins. If records are deleted before the group starts, it goes where auto.offset.reset says.',
  'offsets.warning.firstCommit':
    '{0} had nothing committed: until now its consumers start where auto.offset.reset says.',
  'offsets.warning.creates': 'There is no group {0} yet: applying this plan creates it.',
  'offsets.warning.movedOn':
    'The group has moved on since that change: {0} stood at {1} then and stands at {2} now.',
  'offsets.warning.movedOn.more':
    'The group has moved on since that change: {0} stood at {1} then and stands at {2} now, and {3} more have moved.',
  'offsets.warning.unsettled':
    'It is not known whether that change was stored: its answer never came and the group has moved since.',
  'offsets.warning.outsideLog':
    '{0} would stand outside the log: a consumer there goes where auto.offset.reset says.',
  'offsets.warning.topicReplaced':
    '{0}: the topic was deleted and created again since that change, so its old offsets mean other records.',
  'offsets.warning.gone': 'The group does not exist any more; it comes back with these offsets only.',

  'offsets.confirm.question.group': 'Reset offsets of {0} to {1}?',
  'offsets.confirm.question.topic': 'Reset offsets of {0} on topic {2} to {1}?',
  'offsets.confirm.question.partition': 'Move {0} on {2} to {1}?',
  'offsets.confirm.question.parts': 'Reset offsets of {0}, only {2}, to {1}?',
  'offsets.confirm.question.create': 'Create the group {0} with its offsets set to {1}?',
  'offsets.confirm.question.undo': 'Undo the change of {1} to {0}?',
  'offsets.confirm.question.undoDelete': 'Bring back the offsets of {0}?',
  'offsets.confirm.question.bookmark': 'Take {0} back to the bookmark “{1}”?',
  'offsets.confirm.skips': 'Skips {0} offsets: the group will not read them.',
  'offsets.confirm.skipsNone': 'Skips none.',
  'offsets.confirm.replays': 'Replays {0} offsets.',
  'offsets.confirm.replaysNone': 'Replays none.',
  'offsets.confirm.skips.share': 'Skips at most {0} offsets: the group will not get them.',
  'offsets.confirm.replays.share': 'Delivers at most {0} offsets again.',
  'offsets.confirm.replaysNone.share': 'Delivers none again.',
  'offsets.confirm.deletes.share': 'The group forgets {0} again: it had no start offset there.',
  'offsets.confirm.snapshot.share':
    'A snapshot is kept: Undo brings the old start offsets back, but not the state of the records above them.',
  'offsets.confirm.undoRestores.share':
    'The start offsets come back as they were. Which records above them were delivered does not come back.',
  'offsets.confirm.moves': '{0} of {1}: {2}.',
  'offsets.confirm.clampedToStart.one': '{0} stops at {1}, where its log begins now.',
  'offsets.confirm.clampedToStart.many': '{0} stop where their logs begin now.',
  'offsets.confirm.clampedToEnd.one': '{0} stops at {1}, where its log ends now.',
  'offsets.confirm.clampedToEnd.many': '{0} stop where their logs end now.',
  'offsets.confirm.pastEnd.one': '{0} has no record at or after that time and goes to its end, {1}.',
  'offsets.confirm.pastEnd.many': '{0} have no record at or after that time and go to their ends.',
  'offsets.confirm.deletes': 'Committed offsets of {0} are removed again: there were none before.',
  'offsets.confirm.blocked': 'Cannot be moved now: {0}.',
  'offsets.confirm.snapshot': 'A snapshot is kept: Undo brings the old offsets back.',
  'offsets.confirm.snapshot.create': 'A record is kept: Undo removes these offsets again.',
  'offsets.confirm.undoRestores': 'Offset, leader epoch and metadata come back as they were.',

  'offsets.input.offset.empty': 'Enter an offset: a whole number, 0 or more, for example 4310.',
  'offsets.input.offset.notNumber':
    '“{0}” is not an offset. Enter a whole number, 0 or more, for example 4310.',
  'offsets.input.offset.negative': 'An offset cannot be below 0. Enter 0 or more, or choose Earliest.',
  'offsets.input.offset.tooLarge': '“{0}” is beyond the largest offset Kafka has, 9223372036854775807.',
  'offsets.view': 'Shown: {0} of {1} rows ({2}). All of them are applied.',
  'offsets.view.onlyMoved': 'only those that move',
  'offsets.view.topic': 'topics with “{0}”',
  'offsets.view.sort.replayed': 'most replayed first',
  'offsets.view.sort.skipped': 'most skipped first',
  'offsets.view.sort.lagAfter': 'most lag after it first',

  'offsets.several.title': 'Changes of {0} groups, of which {1} can be applied',
  'offsets.several.oneByOne':
    'The groups are changed one after the other, each by itself: where one fails, those before it stay changed.',
  'offsets.several.group': '{0}: {1}',
  'offsets.several.more': '{0} more groups, which together skip {1} offsets and replay {2}.',
  'offsets.several.refused': 'Left alone, because they cannot be changed now: {0}.',
  'offsets.several.warned': 'Look at the warnings in the plan of {0}.',
  'offsets.several.question': 'Reset offsets of {0} groups to {1}?',
  'offsets.several.question.undo': 'Undo the changes of {0} groups?',

  'offsets.csv.empty': 'There is no line here. Each line is topic,partition,offset.',
  'offsets.csv.columns': 'There are {0} columns here, and {1} are expected.',
  'offsets.csv.header': 'Kafka’s own tool reads no header line. Remove it.',
  'offsets.csv.toolWarning':
    'This is a warning that Kafka’s own tool printed among its offsets, not an offset. Remove the line.',
  'offsets.csv.noGroup': 'The name of the group is missing.',
  'offsets.csv.topic':
    '“{0}” is not the name of a topic: letters, digits, “.”, “_” and “-” are allowed, at most 249.',
  'offsets.csv.partition': '“{0}” is not a partition. Enter its number, 0 or more.',
  'offsets.csv.offset': '“{0}” is not an offset. Enter a whole number, 0 or more.',
  'offsets.csv.negative': '{0} is below 0, and an offset cannot be.',
  'offsets.csv.tooLarge': '{0} is beyond the largest offset Kafka has, 9223372036854775807.',
  'offsets.csv.twice': '{0}-{1} stands in line {2} already. Leave one of the two.',
  'offsets.csv.quotes':
    'The quotes of this line do not end, or stand inside a field without being doubled. Nothing after it can be read.',

  'offsets.input.shift.empty': 'Enter by how many offsets to shift: -100 goes back, 100 goes on.',
  'offsets.input.shift.notNumber':
    '“{0}” is not a number of offsets. Enter a whole number, for example -100 to go back or 100 to go on.',
  'offsets.input.shift.zero':
    'A shift by 0 moves nothing. Enter for example -100 to go back or 100 to go on.',
  'offsets.input.shift.tooLarge': '“{0}” is beyond the largest number Kafka takes, 9223372036854775807.',
  'offsets.input.duration.empty': 'Enter how long ago, for example 2 hours, 1h 30m or PT1H30M.',
  'offsets.input.duration.form':
    '“{0}” is not a length of time. Write for example 2 hours, 1h 30m, 3 days or PT1H30M; months and years have no fixed length.',
  'offsets.input.duration.zero': 'No time at all means now. Enter for example 2 hours, or choose Latest.',
  'offsets.input.duration.tooLong':
    'Kafka has no records before 1970, and “{0}” ago is earlier. Enter a shorter time, or choose Earliest.',
  'offsets.input.duration.tooFar': '“{0}” is too far in the future. Enter a shorter time.',
  'offsets.input.date.empty': 'Enter a time, for example 2026-01-31 14:05 or 2026-01-31T14:05:00.000Z.',
  'offsets.input.date.form':
    '“{0}” is not a time. Write year-month-day and hour:minute, for example 2026-01-31 14:05 or 2026-01-31T14:05:00.000+02:00, or words such as “2 hours ago” or “today 09:00”.',
  'offsets.input.date.noSuchDay': '{0} does not exist. Check the day and the month.',
  'offsets.input.date.noSuchTime': '{0} does not exist: hours go to 23, minutes and seconds to 59.',
  'offsets.input.date.noSuchZone': '{0} is not a time zone offset. Write Z, or for example +02:00.',
  'offsets.input.date.skippedHour': '{0} does not exist here: the clocks go forward over it.',
  'offsets.input.date.beforeEpoch':
    'Kafka has no records before 1970. Enter a later time, or choose Earliest.',
} as const
