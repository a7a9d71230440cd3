import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { consumers, report, rule } from '../kit/rule'
import { isSet, wordOf } from '../kit/settings'

const RESET = 'auto.offset.reset'
const GROUP = 'group.id'
/** librdkafka has names of its own for the end. */
const atEnd: ReadonlySet<string | null> = new Set(['latest', 'largest', 'end'])

/** A group learns of a new partition some time after producers do (KAFKA-12261). */
export const autoOffsetResetLatest = rule({
  id: 'auto-offset-reset-latest',
  severity: 'hint',
  preset: 'strict',
  roles: consumers,
  keys: [RESET, GROUP],
  check(context) {
    if (!atEnd.has(wordOf(context, RESET))) return null
    const reset = context.explicit(RESET)
    const entry = reset ?? (isSet(context, GROUP) ? context.explicit(GROUP) : null)
    if (entry === null) return null
    return report(entry, text('lint.auto-offset-reset-latest'), [
      toHave(context, RESET, reset, entry, 'earliest'),
    ])
  },
})
