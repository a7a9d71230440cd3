import type { Changes } from '../clusters/changes'
import type * as clusters from '../clusters/index'
import type * as decoders from '../decoders/index'
import type { Clock, Log, NewId, SecretStore } from '../model/ports'
import type { Registry } from './clusters/registry'
import type { Commands } from './commands'
import type { ContextKeys } from './context'
import type { Words } from './words'

/** What `dist/clusters.js` offers, loaded when the first cluster is there. */
export type Engine = typeof clusters

/** What `dist/decoders.js` offers, loaded when somebody first looks into a log. */
export type Decoders = typeof decoders

/** What every part of the editor's room is given. */
export interface Parts {
  readonly registry: Registry
  readonly commands: Commands
  readonly context: ContextKeys
  readonly words: Words
  readonly clock: Clock
  readonly log: Log
  readonly newId: NewId
  readonly secrets: SecretStore
  /** Loads the clusters' file where it is not loaded yet. */
  readonly engine: () => Promise<Engine>
  /** Loads the decoders' file where it is not loaded yet. */
  readonly decoders: () => Promise<Decoders>
  /** The change records on disk. */
  readonly changes: () => Promise<Changes>
}
