import { errorText, laglineError, type LaglineError } from '../model/errors'
import type { Clock, Disposable } from '../model/ports'
import { addressText, type Address } from './address'
import type { Call } from './call'
import { callError, CallOver } from './call'
import { openingError } from './network-errors'
import { Connection, type ConnectionOptions } from './transport'
import { chooseVersion, type ApiRanges } from './versions'
import type { Answer, Api } from './wire/api'
import { WireError } from './wire/reader'

/**
 * A connection that nobody used for so long may be dead without our socket knowing (a laptop that slept, a VPN that
 * fell, a firewall that forgot): it is not trusted with another request, ms.
 */
const trustedIdleMs = 60_000

/** One connection and who uses it now. */
interface Opened {
  readonly connection: Connection
  readonly ready: Promise<ApiRanges>
  readonly since: number
  readonly limit: Disposable
  /** Known once open. */
  ranges: ApiRanges | null
  users: number
  lastUsed: number
  timedOut: boolean
}

/** What a link needs. */
export interface LinkOptions extends ConnectionOptions {
  readonly clock: Clock
  /** For opening a connection, ms. */
  readonly connectMs: number
}

/**
 * The way to one address. Opens its connection when first needed and again whenever it has ended, so that no failure
 * lasts longer than the call that met it.
 */
export class Link {
  readonly address: string
  /** True once a connection has been opened. */
  everOpen = false
  /** True once a request of ours was answered: what is at the other end is a broker that talks to us. */
  private talked = false
  private readonly at: Address
  private readonly options: LinkOptions
  private current: Opened | null = null

  constructor(at: Address, options: LinkOptions) {
    this.at = at
    this.address = addressText(at)
    this.options = options
  }

  /** True while a connection is open. */
  get isOpen(): boolean {
    return this.current?.ranges !== null && this.current?.connection.closed === false
  }

  /** Which versions of which requests the broker takes; opens the connection where needed. @throws LaglineError */
  async ranges(call: Call): Promise<ApiRanges> {
    return (await this.opened(call)).ranges
  }

  /**
   * Sends one request and waits for its answer.
   * @param writes true where the request changes something: an error then says whether it may have been carried out
   * @throws LaglineError
   */
  async send<Q, R extends Answer>(api: Api<Q, R>, body: Q, writes: boolean, call: Call): Promise<R> {
    const { opened, ranges } = await this.opened(call)
    const version = chooseVersion(api, ranges)
    const bytes = api.encode(version, body)
    const { connection } = opened
    opened.users += 1
    if (writes) call.wrote = true
    try {
      const answer = await call.race(
        connection.exchange({
          name: api.name,
          key: api.key,
          version,
          bytes,
          decode: (raw) => api.decode(version, raw),
        }),
      )
      this.talked = true
      return answer
    } catch (error) {
      throw this.failed(opened, error, api.name, writes, call)
    } finally {
      opened.users -= 1
      opened.lastUsed = this.options.clock.now()
    }
  }

  /** Ends the connection; whatever waits on it fails. */
  close(): void {
    if (this.current) this.drop(this.current, 'closed by us')
  }

  private async opened(call: Call): Promise<{ opened: Opened; ranges: ApiRanges }> {
    const opened = this.trusted() ?? this.start()
    opened.users += 1
    try {
      const ranges = await call.race(opened.ready)
      return { opened, ranges }
    } catch (error) {
      if (error instanceof CallOver && (error.end === 'cancelled' || this.isYoung(opened, call))) {
        if (opened.users === 1) this.drop(opened, 'nobody waits for it any more')
        throw callError(error.end, this.address, call.ms)
      }
      opened.timedOut ||= error instanceof CallOver
      this.drop(opened, 'could not be opened')
      throw this.openingFailed(opened, error)
    } finally {
      opened.users -= 1
      opened.lastUsed = this.options.clock.now()
    }
  }

  /** The connection there is, unless it has ended or been idle for too long. */
  private trusted(): Opened | null {
    const { current } = this
    if (current === null || current.connection.closed) return null
    const idle = this.options.clock.now() - current.lastUsed
    if (current.users > 0 || idle < trustedIdleMs) return current
    this.drop(current, 'idle for too long to be trusted')
    return null
  }

  /** True where an opening began so late in a call that its end says nothing about the opening. */
  private isYoung({ since }: Opened, call: Call): boolean {
    return this.options.clock.now() - since < call.ms / 2
  }

  private start(): Opened {
    const { clock, connectMs } = this.options
    const connection = new Connection(this.at, this.options)
    const now = clock.now()
    const opened: Opened = {
      connection,
      ready: connection.open(),
      since: now,
      limit: clock.after(connectMs, () => {
        opened.timedOut = true
        connection.destroy('not open in time')
      }),
      ranges: null,
      users: 0,
      lastUsed: now,
      timedOut: false,
    }
    opened.ready.then(
      (ranges) => {
        opened.limit.dispose()
        opened.ranges = ranges
        this.everOpen = true
      },
      () => opened.limit.dispose(),
    )
    this.current = opened
    return opened
  }

  private drop(opened: Opened, why: string): void {
    opened.limit.dispose()
    opened.connection.destroy(why)
    if (this.current === opened) this.current = null
  }

  private openingFailed({ connection, since, timedOut }: Opened, cause: unknown): LaglineError {
    const { phase, greeting, failure } = connection
    const ms = this.options.clock.now() - since
    const { address, everOpen: knownBroker } = this
    const opening = { address, host: this.at.host, phase, greeting, failure, timedOut, knownBroker, ms }
    return openingError(opening, cause)
  }

  private failed(opened: Opened, error: unknown, api: string, writes: boolean, call: Call): LaglineError {
    if (error instanceof CallOver) {
      // A broker that let one request time out is not asked again over the same connection; a cancelled request is
      // not worth its answer, unless others use the connection.
      if (error.end === 'timedOut' || opened.users === 1) this.drop(opened, error.message)
      return callError(error.end, this.address, call.ms, writes)
    }
    const details = { maybeSent: writes, cause: error }
    if (error instanceof WireError) {
      this.drop(opened, error.message)
      const text = errorText('error.badAnswer', this.address, api, error.message)
      return laglineError('unexpected', text, details)
    }
    this.drop(opened, 'failed')
    // A listener that wants TLS or a login lets us ask for its versions and closes at the first request after that.
    return !this.talked && opened.connection.failure === null
      ? laglineError('notKafka', errorText('error.notKafka.closed', this.address), details)
      : laglineError('connectionLost', errorText('error.connectionLost', this.address), details)
  }
}
