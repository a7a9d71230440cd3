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
    return report(entry, text('lint.socket-buffer-too-small', key, value, SMALL), [toSet(context, entry, -1)])
  },
})
