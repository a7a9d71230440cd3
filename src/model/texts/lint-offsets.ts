/** What the rules on offsets and delivery on the consumer's side say. */
export const lintOffsetsTexts = {
  'lint.auto-commit-enabled.title': 'Automatic commits',
  'lint.auto-commit-enabled':
    'enable.auto.commit is true: after a crash records come again, and records handed to other threads may be lost.',

  'lint.auto-commit-interval-ignored.title': 'An interval of automatic commits that are off',
  'lint.auto-commit-interval-ignored': 'auto.commit.interval.ms has no effect: enable.auto.commit is false.',

  'lint.auto-commit-interval-too-high.title': 'Automatic commits far apart',
  'lint.auto-commit-interval-too-high':
    '{0} {1} is above {2}: after a crash the records of up to {1} ms come again.',

  'lint.auto-offset-reset-latest.title': 'A group that starts at the end',
  'lint.auto-offset-reset-latest':
    'auto.offset.reset is latest: records written to a new partition before the group sees it are skipped.',

  'lint.auto-offset-reset-none.title': 'No way to start without a commit',
  'lint.auto-offset-reset-none':
    'auto.offset.reset is none: on a partition without a committed offset, a new one too, the consumer fails with NoOffsetForPartitionException.',

  'lint.read-uncommitted-with-transactions.title': 'Aborted records are read',
  'lint.read-uncommitted-with-transactions':
    '{0} makes transactions, but isolation.level is read_uncommitted: this consumer reads records of aborted ones too.',

  'lint.exclude-internal-topics-false.title': 'Internal topics match a pattern',
  'lint.exclude-internal-topics-false':
    "exclude.internal.topics is false: a subscription by pattern may take in Kafka's internal topics.",

  'lint.allow-auto-create-topics.title': 'A consumer that creates topics',
  'lint.allow-auto-create-topics':
    'allow.auto.create.topics is true: a misspelt name becomes a new, empty topic.',

  'lint.offsets-retention-too-short.title': 'Committed offsets that are soon forgotten',
  'lint.offsets-retention-too-short':
    '{0} {1} is below a day ({2}): a group that is down over a weekend starts where auto.offset.reset says.',

  'lint.offsets-retention-below-topic-retention.title': 'Records outlive the committed offsets',
  'lint.offsets-retention-below-topic-retention':
    'The cluster keeps offsets of group {0} for {1} min, but records of topic {2} for {3} min: a group that is down longer starts where auto.offset.reset says.',
  'lint.offsets-retention-below-topic-retention.forever':
    'The cluster keeps offsets of group {0} for {1} min, but records of topic {2} forever: a group that is down longer starts where auto.offset.reset says.',
} as const
