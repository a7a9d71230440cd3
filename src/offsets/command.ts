import { assertNever } from '../model/assert'
import { PartitionMap } from '../model/topics'
import type { Plan } from './plan-types'
import { timeOf, type Scenario, type Scope } from './scenario'

type Words = readonly string[]

/**
 * What `kafka-consumer-groups.sh`, or `kafka-share-groups.sh`, does the same with on the same cluster, quoted for a
 * POSIX shell: one line, or two
 * where another group is copied (the first writes its offsets to a file; the tool wants that group inactive too). Null
 * for an undo: the tool can bring back neither metadata nor leader epoch, and cannot remove single offsets in the same
 * run; and where nothing is left that the tool would not stop at.
 * @param bootstrapServers each `host:port`.
 */
export function equivalentCommand(plan: Plan, bootstrapServers: readonly string[]): string | null {
  const { purpose } = plan
  if (purpose.kind === 'undo') return null
  const { scenario } = purpose
  if (plan.group.type === 'share') return shareCommand(plan, purpose, bootstrapServers)
  const line = (group: string, ...words: Words): string =>
    [
      'kafka-consumer-groups.sh',
      '--bootstrap-server',
      bootstrapServers.join(','),
      '--group',
      group,
      '--reset-offsets',
      ...words,
    ]
      .map(shellWord)
      .join(' ')
  if (scenario.kind === 'fromFile') return line(plan.group.id, '--from-file', scenario.file, '--execute')
  const scope = scopeWords(plan, purpose.scope)
  if (scope === null) return null
  if (scenario.kind !== 'copyFrom')
    return line(plan.group.id, ...scope, ...scenarioWords(scenario), '--execute')
  const read = line(scenario.group, ...scope, '--to-current', '--dry-run', '--export')
  return `${read} > ${COPIED} &&\n${line(plan.group.id, '--from-file', COPIED, '--execute')}`
}

/**
 * What `kafka-share-groups.sh` of Kafka 4.1 to 4.3 does the same with; null for what it has no option for. It knows no
 * duration, so that one is told as the time that it means.
 */
function shareCommand(
  plan: Plan,
  { scenario, scope }: Exclude<Plan['purpose'], { kind: 'undo' }>,
  bootstrapServers: readonly string[],
): string | null {
  const time = timeOf(scenario, plan.madeAt)
  const where: Words | null =
    time !== null
      ? scenarioWords({ kind: 'toDatetime', time })
      : scenario.kind === 'earliest' || scenario.kind === 'latest'
        ? scenarioWords(scenario)
        : null
  if (where === null) return null
  return [
    'kafka-share-groups.sh',
    '--bootstrap-server',
    bootstrapServers.join(','),
    '--group',
    plan.group.id,
    '--reset-offsets',
    ...wholeScope(scope),
    ...where,
    '--execute',
  ]
    .map(shellWord)
    .join(' ')
}

/** Where the two lines that copy a group keep its offsets meanwhile. */
const COPIED = 'offsets.csv'

/**
 * The tool stops its whole run at a partition that has no offset to count from or to copy; here such a row only stays.
 * So the line then names the others. Null = there are none.
 */
function scopeWords(plan: Plan, scope: Scope): Words | null {
  const stoppers = new Set(
    plan.rows.filter((row) => row.flags.includes('noBase') || row.flags.includes('noSource')),
  )
  if (stoppers.size === 0) return wholeScope(scope)
  const left = new PartitionMap<true>()
  for (const row of plan.rows) if (!stoppers.has(row)) left.set(row.topic, row.partition, true)
  if (left.size === 0) return null
  return left
    .topicNames()
    .flatMap((topic) => ['--topic', `${topic}:${[...left.ofTopic(topic).keys()].join(',')}`])
}

function wholeScope(scope: Scope): Words {
  switch (scope.kind) {
    case 'group':
      return ['--all-topics']
    case 'topic':
      return ['--topic', scope.topic]
    case 'partition':
      return ['--topic', `${scope.topic}:${scope.partition}`]
    case 'parts': {
      const numbers = new Map<string, number[]>()
      for (const { topic, partition } of scope.partitions)
        numbers.set(topic, [...(numbers.get(topic) ?? []), partition])
      return [
        ...scope.topics.flatMap((topic) => ['--topic', topic]),
        ...[...numbers].flatMap(([topic, of]) => ['--topic', `${topic}:${of.join(',')}`]),
      ]
    }
    default:
      return assertNever(scope)
  }
}

/** The tool reads a time without zone as UTC and wants milliseconds: an ISO time with both is read the same anywhere. */
function scenarioWords(scenario: Exclude<Scenario, { kind: 'fromFile' | 'copyFrom' }>): Words {
  switch (scenario.kind) {
    case 'earliest':
      return ['--to-earliest']
    case 'latest':
      return ['--to-latest']
    case 'current':
      return ['--to-current']
    case 'toOffset':
      return ['--to-offset', scenario.offset.toString()]
    case 'shiftBy':
      return ['--shift-by', scenario.by.toString()]
    case 'toDatetime':
      return ['--to-datetime', new Date(scenario.time).toISOString()]
    case 'byDuration':
      return ['--by-duration', scenario.iso]
    default:
      return assertNever(scenario)
  }
}

/** A word as a POSIX shell takes it literally. */
function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  return `'${word.replaceAll("'", `'\\''`)}'`
}
