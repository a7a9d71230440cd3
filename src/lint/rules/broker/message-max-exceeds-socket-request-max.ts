import { text } from '../../texts'
import { toHave } from '../kit/fix'
import { alsoAt, report, rule } from '../kit/rule'
import { pairOf, shown } from '../kit/settings'

const MESSAGE = 'message.max.bytes'
const REQUEST = 'socket.request.max.bytes'

/** `NetworkReceive` throws before the message is looked at. */
export const messageMaxExceedsSocketRequestMax = rule({
  id: 'message-max-exceeds-socket-request-max',
  severity: 'error',
  stage: 'conflict',
  roles: ['broker'],
  keys: [MESSAGE, REQUEST],
  check(context) {
    const pair = pairOf(context, MESSAGE, REQUEST)
    if (pair === null || pair.first.value <= pair.second.value) return null
    const { first, second, anchor } = pair
    const message = text(
      'lint.message-max-exceeds-socket-request-max',
      shown(context, first),
      shown(context, second),
    )
    const fix =
      first.entry === null
        ? toHave(context, REQUEST, second.entry, anchor, first.value)
        : toHave(context, MESSAGE, first.entry, anchor, second.value)
    return alsoAt(context, report(anchor, message, [fix]), second.entry)
  },
})
