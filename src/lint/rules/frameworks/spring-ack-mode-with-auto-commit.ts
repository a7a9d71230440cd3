import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { isLiteral, written } from '../kit/settings'

const AUTO_COMMIT = 'enable.auto.commit'
const ACK_MODE = 'spring.kafka.listener.ack-mode'

/** `KafkaMessageListenerContainer`: "Consumer cannot be configured for auto commit for ackMode". */
export const springAckModeWithAutoCommit = rule({
  id: 'spring-ack-mode-with-auto-commit',
  severity: 'error',
  stage: 'conflict',
  roles: ['consumer', 'client'],
  keys: [AUTO_COMMIT],
  check(context) {
    const commit = written(context, AUTO_COMMIT)
    const mode = commit?.text.toLowerCase() === 'true' ? ackModeOf(context) : null
    if (commit === null || mode === null || !mode.toLowerCase().startsWith('manual')) return null
    return report(commit.entry, text('lint.spring-ack-mode-with-auto-commit', mode), [
      toSet(context, commit.entry, 'false'),
    ])
  },
})

function ackModeOf({ siblings, block }: RuleContext): string | null {
  for (const { block: other } of siblings) {
    if (other.role !== 'other' || (other.profile !== block.profile && other.profile !== null)) continue
    const entry = other.entries.findLast(({ key }) => key === ACK_MODE)
    if (entry !== undefined && isLiteral(entry)) return entry.value
  }
  return null
}
