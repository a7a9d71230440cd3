/** The ports: what the rest of the house needs of the world. Adapters implement them, tests fake them in memory. */

import type { Text } from './text'

/** Time. Pure code takes it as a parameter. */
export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Calls back once after `ms`, unless disposed before. */
  after(ms: number, callback: () => void): Disposable
}

/** What must be ended by who made it. */
export interface Disposable {
  dispose(): void
}

/** The log. Secrets are redacted by the adapter, never by the caller. */
export interface Log {
  debug(message: string): void
  info(message: string): void
  warn(message: string): void
  /** `cause` is kept with its stack; the reader sees the sentence elsewhere. */
  error(message: string, cause?: unknown): void
}

/** Named texts that survive a crash, in a folder of our own. Names are file names without a folder. */
export interface FileStore {
  /** Written under a temporary name, synced, renamed: there is the old text or the new one, never half. */
  write(name: string, text: string): Promise<void>
  /** Null where no such file is. */
  read(name: string): Promise<string | null>
  /** Sorted names. */
  list(): Promise<string[]>
  remove(name: string): Promise<void>
}

/** Secrets by key, see `secretKey`. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>
  store(key: string, value: string): Promise<void>
  forget(key: string): Promise<void>
}

/** Randomness for ids. */
export type NewId = () => string

/** What may be told to a person while a long action runs. */
export interface Progress {
  report(text: Text): void
}
