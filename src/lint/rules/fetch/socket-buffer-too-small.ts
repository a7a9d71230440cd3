import type { Text } from '../../../model/text'
import type { Dialect } from '../../document'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { clients, report, rule } from '../kit/rule'
import { writtenNumber } from '../kit/settings'

const buffers = ['receive.buffer.bytes', 'send.buffer.bytes']
const SMALL = 16_384

/** TCP keeps no more on its way than the buffer holds. */
export const socketBufferTooSmall = rule({
  id: 'socket-buffer-too-small',
  severity: 'info',
  roles: clients,
  keys: buffers,
  check: (context) =>
    buffers.flatMap((key) => {
      const buffer = writtenNumber(context, key)
      if (buffer === null || buffer.value <= 0 || buffer.value >= SMALL) return []
      return [
        report(buffer.entry, messageOf(context.block.dialect, key, buffer.value), [
          // librdkafka's word for the system's own.
          toSet(context, buffer.entry, context.block.dialect === 'librdkafka' ? 0 : -1),
        ]),
      ]
    }),
})

function messageOf(dialect: Dialect, key: string, value: number): Text {
  const id = dialect === 'librdkafka' ? 'lint.socket-buffer-too-small.native' : 'lint.socket-buffer-too-small'
  return text(id, key, value, SMALL)
}
