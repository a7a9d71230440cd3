import { assertNever } from '../model/assert'
import type { Plan } from './plan-types'
import type { Scenario, Scope } from './scenario'

/**
 * The line of `kafka-consumer-groups.sh` that does the same on the same cluster, quoted for a POSIX shell. Null for an
 * undo: the tool can bring back neither metadata nor leader epoch, and cannot remove single offsets in the same run.
 * @param bootstrapServers each `host:port`.
 */
export function equivalentCommand(plan: Plan, bootstrapServers: readonly string[]): string | null {
  const { purpose } = plan
  if (purpose.kind === 'undo') return null
  const words = [
    'kafka-consumer-groups.sh',
    '--bootstrap-server',
    bootstrapServers.join(','),
    '--group',
    plan.group.id,
    '--reset-offsets',
    ...scopeWords(purpose.scope),
    ...scenarioWords(purpose.scenario),
    '--execute',
  ]
  return words.map(shellWord).join(' ')
}

function scopeWords(scope: Scope): string[] {
  switch (scope.kind) {
    case 'group':
      return ['--all-topics']
    case 'topic':
      return ['--topic', scope.topic]
    case 'partition':
      return ['--topic', `${scope.topic}:${scope.partition}`]
    default:
      return assertNever(scope)
  }
}

/** The tool reads a time without zone as UTC and wants milliseconds: an ISO time with both is read the same anywhere. */
function scenarioWords(scenario: Scenario): string[] {
  switch (scenario.kind) {
    case 'earliest':
      return ['--to-earliest']
    case 'latest':
      return ['--to-latest']
    case 'toOffset':
      return ['--to-offset', scenario.offset.toString()]
    case 'toDatetime':
      return ['--to-datetime', new Date(scenario.time).toISOString()]
    default:
      return assertNever(scenario)
  }
}

/** A word as a POSIX shell takes it literally. */
function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  return `'${word.replaceAll("'", `'\\''`)}'`
}
