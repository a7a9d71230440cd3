import { errorText, laglineError, type LaglineError } from '../model/errors'
import type { Text, TextArg } from '../model/text'
import type { Greeting } from './first-bytes'

/** What is known of a connection that did not come about. */
export interface FailedOpening {
  /** `host:port`. */
  readonly address: string
  readonly host: string
  /** `connecting`: TCP has no answer yet; `silent`: connected, not a byte came; `heard`: bytes came. */
  readonly phase: 'connecting' | 'silent' | 'heard'
  /** What the first bytes look like, null while there are none. */
  readonly greeting: Greeting | null
  /** The socket's own error, null where it had none. */
  readonly failure: Error | null
  /** True where our patience ended it. */
  readonly timedOut: boolean
  /** True where this address has been a broker before: then it is that broker which has trouble. */
  readonly knownBroker: boolean
  /** How long it was tried, ms. */
  readonly ms: number
}

/** Says why a connection could not be opened. */
export function openingError(opening: FailedOpening, cause: unknown): LaglineError {
  const { address, greeting, failure, phase } = opening
  const seconds = Math.round(opening.ms / 100) / 10
  if (greeting === 'http')
    return laglineError('notKafka', errorText('error.notKafka.http', address), { cause })
  if (greeting === 'tls') return laglineError('notKafka', errorText('error.notKafka.tls', address), { cause })
  if (greeting === 'other') return laglineError('notKafka', errorText('error.notKafka', address), { cause })
  if (opening.timedOut) {
    if (phase === 'connecting')
      return laglineError('unreachable', errorText('error.unreachable.timeout', address, seconds), { cause })
    if (phase === 'silent' && !opening.knownBroker)
      return laglineError('silent', errorText('error.silent', address), { cause })
    return laglineError('timedOut', errorText('error.timedOut', address, seconds), { cause })
  }
  if (phase !== 'connecting') {
    if (opening.knownBroker)
      return laglineError('connectionLost', errorText('error.connectionLost', address), { cause })
    const text = errorText(phase === 'silent' ? 'error.notKafka.closed' : 'error.notKafka', address)
    return laglineError('notKafka', text, { cause })
  }
  return laglineError('unreachable', unreachable(opening, failure), { cause })
}

function unreachable({ address, host }: FailedOpening, failure: Error | null): Text {
  const code = failure && 'code' in failure && typeof failure.code === 'string' ? failure.code : ''
  switch (code) {
    case 'ECONNREFUSED':
      return errorText('error.unreachable.refused', address)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NONAME':
    case 'EAI_NODATA':
    case 'EAI_FAIL':
      return errorText('error.unreachable.name', host)
    default:
      return errorText('error.unreachable.other', address, code || (failure?.message ?? 'closed'))
  }
}

/**
 * The same failure seen from further off: the cluster answers, but the address that a broker gives for itself leads
 * nowhere. An error that says something else stays itself.
 */
export function advertisedError(broker: number, address: string, error: LaglineError): LaglineError {
  if (error.code !== 'unreachable') return error
  const text = errorText('error.advertisedUnreachable', broker, address, reasonOf(error.text))
  return laglineError('advertisedUnreachable', text, { cause: error })
}

function reasonOf(text: Text): TextArg {
  switch (text.id) {
    case 'error.unreachable.refused':
      return errorText('reason.refused')
    case 'error.unreachable.name':
      return errorText('reason.name')
    case 'error.unreachable.timeout':
      return errorText('reason.timeout', ...text.args.slice(1))
    default:
      return text.args[1] ?? text.id
  }
}
