import { boundRule } from '../kit/bound'
import { clients } from '../kit/rule'

const SETUP = 'socket.connection.setup.timeout.ms'
const MAX = 'socket.connection.setup.timeout.max.ms'

/** KIP-601: the timeout doubles from try to try up to its maximum. */
export const connectionSetupTimeoutExceedsMax = boundRule({
  id: 'connection-setup-timeout-exceeds-max',
  severity: 'info',
  roles: clients,
  keys: [SETUP, MAX],
  upper: 'second',
})
