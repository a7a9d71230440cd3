import type { ClusterClient } from '../model/cluster-client'
import { Emitter, type Event } from '../model/emitter'
import { cancelled, errorText, isCancelled, laglineError, toLaglineError } from '../model/errors'
import type { ErrorCode, LaglineError } from '../model/errors'
import type { Clock, Disposable, Log } from '../model/ports'
import type { ClusterSettings } from '../model/settings'
import type { ConnectionState } from './types'

export interface ConnectionPorts {
  readonly createClient: () => Promise<ClusterClient>
  readonly clock: Clock
  readonly log: Log
}

/** After these it is asked whether anybody answers; a connection that half died shows by time running out only. */
const SUSPICIOUS: readonly ErrorCode[] = ['connectionLost', 'unreachable', 'silent', 'notKafka', 'timedOut']
/** Waits between attempts to reconnect, ms; the last one from then on. */
const BACKOFF: readonly [number, ...number[]] = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000]
/** A connection that held this long, ms, is a good one: its loss is not that of the one before. */
const STOOD_MS = 60_000

/** The life of one cluster's connection: at most one client, made anew when it was lost. */
export class Connection implements Disposable {
  readonly onDidChange: Event<ConnectionState>
  private readonly settings: Pick<ClusterSettings, 'name'>
  private readonly ports: ConnectionPorts
  private readonly emitter: Emitter<ConnectionState>
  private current: ConnectionState = { kind: 'disconnected' }
  private client: ClusterClient | null = null
  private opening: { readonly done: Promise<void>; readonly abort: AbortController } | null = null
  private probing: Promise<void> | null = null
  private readonly ended = new AbortController()
  private attempts = 0
  private nextAttempt = 0
  private connectedAt = 0
  /** True after a connection was lost, until somebody disconnects: it comes back by itself. */
  private wanted = false

  constructor(settings: Pick<ClusterSettings, 'name'>, ports: ConnectionPorts) {
    this.settings = settings
    this.ports = ports
    this.emitter = new Emitter((error) => ports.log.error('a listener of a connection failed', error))
    this.onDidChange = this.emitter.event
  }

  get state(): ConnectionState {
    return this.current
  }

  /** Opens the connection. Called again meanwhile, it waits for the first call; when connected, does nothing. */
  connect(signal: AbortSignal): Promise<void> {
    return this.ensure(signal, 'connecting')
  }

  /** Closes the connection; a connect under way ends as cancelled. */
  async disconnect(): Promise<void> {
    this.wanted = false
    const opening = this.opening
    opening?.abort.abort()
    await opening?.done.catch(() => undefined)
    const client = this.client
    this.client = null
    this.become({ kind: 'disconnected' })
    await this.close(client)
  }

  /**
   * Runs `work` with the client; what it throws may tell that the connection is gone, which then stands in `state`.
   * Rejects with `notConnected` where there is none.
   */
  async use<T>(work: (client: ClusterClient) => Promise<T>): Promise<T> {
    const client = this.client
    if (client === null || this.current.kind !== 'connected')
      throw laglineError('notConnected', errorText('error.notConnected', this.settings.name))
    try {
      return await work(client)
    } catch (error) {
      const failure = toLaglineError(error)
      await this.suspect(failure, client)
      throw failure
    }
  }

  /**
   * Finds out whether a failure means that the cluster is gone, or one broker of it, or one socket: only where not
   * even the brokers can be listed any more is the connection lost.
   */
  async suspect(failure: LaglineError, of: ClusterClient | null = this.client): Promise<void> {
    if (of === null || of !== this.client || !SUSPICIOUS.includes(failure.code)) return
    this.probing ??= of
      .metadata([], this.ended.signal)
      .then(
        () => undefined,
        () => {
          if (of === this.client) this.lose(failure)
        },
      )
      .finally(() => (this.probing = null))
    await this.probing
  }

  /** When the next attempt to come back is due, epoch ms; null = it does not come back by itself. */
  get recoversAt(): number | null {
    return this.wanted && this.current.kind === 'failed' ? this.nextAttempt : null
  }

  /**
   * Reconnects after a loss, when it is time for another attempt. True = connected now. Never rejects: the reason
   * stands in `state`.
   */
  async recover(signal: AbortSignal): Promise<boolean> {
    if (this.current.kind === 'connected') return true
    if (!this.wanted || this.ports.clock.now() < this.nextAttempt) return false
    this.nextAttempt = this.ports.clock.now() + this.backoff()
    this.attempts += 1
    try {
      await this.ensure(signal, 'quiet')
      return true
    } catch (error) {
      if (!isCancelled(error)) this.ports.log.info(`${this.settings.name} is still away: ${String(error)}`)
      return false
    }
  }

  dispose(): void {
    this.ended.abort()
    this.emitter.dispose()
    this.disconnect().catch((error: unknown) =>
      this.ports.log.error(`closing ${this.settings.name} failed`, error),
    )
  }

  /** `quiet`: while it comes back by itself, the reason why it is away stays visible. */
  private async ensure(signal: AbortSignal, show: 'connecting' | 'quiet'): Promise<void> {
    if (signal.aborted) throw cancelled()
    if (this.current.kind === 'connected') return
    if (this.opening !== null) return unlessAborted(this.opening.done, signal)
    const abort = new AbortController()
    const stop = (): void => abort.abort()
    signal.addEventListener('abort', stop, { once: true })
    if (show === 'connecting') {
      this.attempts = 0
      this.become({ kind: 'connecting' })
    }
    const done = this.open(abort.signal).finally(() => {
      this.opening = null
      signal.removeEventListener('abort', stop)
    })
    this.opening = { done, abort }
    return done
  }

  private async open(signal: AbortSignal): Promise<void> {
    let client: ClusterClient | null = null
    try {
      client = await this.ports.createClient()
      if (signal.aborted) throw cancelled()
      const info = await client.connect(signal)
      if (signal.aborted) throw cancelled()
      this.client = client
      this.connectedAt = this.ports.clock.now()
      this.wanted = true
      this.become({ kind: 'connected', info })
    } catch (error) {
      await this.close(client)
      const failure = signal.aborted ? cancelled(error) : toLaglineError(error)
      this.become(isCancelled(failure) ? { kind: 'disconnected' } : { kind: 'failed', error: failure })
      throw failure
    }
  }

  private backoff(): number {
    return BACKOFF[Math.min(this.attempts, BACKOFF.length - 1)] ?? BACKOFF[0]
  }

  private lose(error: LaglineError): void {
    const client = this.client
    this.client = null
    const now = this.ports.clock.now()
    // What breaks again at once is not asked again at once.
    if (now - this.connectedAt > STOOD_MS) this.attempts = 0
    this.nextAttempt = this.attempts === 0 ? now : now + this.backoff()
    this.ports.log.warn(`the connection to ${this.settings.name} is lost: ${error.message}`)
    this.become({ kind: 'failed', error })
    void this.close(client)
  }

  private async close(client: ClusterClient | null): Promise<void> {
    try {
      await client?.close()
    } catch (error) {
      this.ports.log.warn(`closing a connection of ${this.settings.name} failed: ${String(error)}`)
    }
  }

  private become(state: ConnectionState): void {
    this.current = state
    this.emitter.fire(state)
  }
}

/** The result of `work`, or `cancelled` as soon as the signal aborts; `work` itself goes on. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(cancelled())
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
