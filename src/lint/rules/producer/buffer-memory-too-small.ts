import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, producers, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const MEMORY = 'buffer.memory'
const BATCH = 'batch.size'

/** `BufferPool.allocate` hands out whole batches. */
export const bufferMemoryTooSmall = rule({
  id: 'buffer-memory-too-small',
  severity: 'warning',
  stage: 'conflict',
  roles: producers,
  keys: [MEMORY, BATCH],
  check(context) {
    const pair = pairOf(context, MEMORY, BATCH)
    if (pair === null || pair.first.value >= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text('lint.buffer-memory-too-small', shown(context, first), shown(context, second))
    const usual = Math.max(Number(context.defaultOf(MEMORY) ?? 0), second.value)
    return alsoAt(
      context,
      report(anchor, message, [toHave(context, MEMORY, first.entry, anchor, usual)]),
      second.entry,
    )
  },
})
