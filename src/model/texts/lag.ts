/** Why a verdict was given: the numbers it rests on. */
export const lagTexts = {
  'lag.unknown.notSeen': 'Not read yet.',
  'lag.unknown.tooShort': 'Seen for {0} so far: too short to tell.',
  'lag.unknown.noOffsets': 'Members, but nothing committed yet.',
  'lag.unknown.notReadable': 'No committed offset could be compared with its log.',
  'lag.unknown.still':
    'Lag {0}, and neither commits nor ends moved for {1}: nothing new arrives, and what is left is not committed.',
  'lag.unknown.share':
    'The broker does not tell of every partition how much waits: the group has not begun to read it, or Kafka is older than 4.2.',
  'lag.unknown.share.new': 'Members, but the group has not begun to read yet.',
  'lag.idle.nothing': 'Nobody is in it, and nothing waits.',
  'lag.idle.noCommits': 'Nobody is in it, and it has committed nothing.',
  'lag.stopped': 'Nobody is in it, and {0} wait.',
  'lag.stopped.since': 'Empty for at least {1}, and {0} wait.',
  'lag.stuck.one':
    '{0} stands at {1} for {2} over {3} samples, with {4} waiting, while the group’s other partitions or its own end move.',
  'lag.stuck.many':
    '{0} and {5} more stand still: {0} at {1} for {2} over {3} samples, with {4} waiting, while others or their own ends move.',
  'lag.falling.total': 'Lag grew from {0} to {1} in {2}, about {3} a minute.',
  'lag.falling.partition': 'Lag of {4} grew from {0} to {1} in {2}, about {3} a minute.',
  'lag.keeping.none': 'Nothing waits.',
  'lag.keeping.steady': 'Lag {0}, not growing over {1}.',
  'lag.keeping.catchingUp': 'Lag {0}, falling by about {2} a minute over {1}.',
  'lag.duration.seconds': '{0} s',
  'lag.duration.minutes': '{0} min',
  'lag.duration.minutesSeconds': '{0} min {1} s',
  'lag.duration.hours': '{0} h',
  'lag.duration.hoursMinutes': '{0} h {1} min',
  'lag.duration.days': '{0} d {1} h',
} as const
