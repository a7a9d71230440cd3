import type { Text } from '../../../model/text'
import type { Dialect } from '../../document'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const SMALL = 16_384

/** TCP keeps no more on its way than the buffer holds. */
export const socketBufferTooSmall = rule({
  id: 'socket-buffer-too-small',
  severity: 'info',
  roles: clients,
  keys: ['receive.buffer.bytes', 'send.buffer.bytes'],
  checkKey(context, key, entry) {
    const value = writtenNumber(context, key)?.value ?? 0
    if (value <= 0 || value >= SMALL) return null
    const { dialect } = context.block
    // librdkafka's word for the system's own is 0.
    const system = dialect === 'librdkafka' ? 0 : -1
    return report(entry, messageOf(dialect, key, value), [toSet(context, entry, system)])
  },
})

function messageOf(dialect: Dialect, key: string, value: number): Text {
  const id = dialect === 'librdkafka' ? 'lint.socket-buffer-too-small.native' : 'lint.socket-buffer-too-small'
  return text(id, key, value, SMALL)
}
