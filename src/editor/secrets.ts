import type * as vscode from 'vscode'
import type { SecretStore } from '../model/ports'

/** Secrets in the editor's own store. `seen` hears each value that passes, so that the log can keep it out. */
export function editorSecrets(storage: vscode.SecretStorage, seen: (secret: string) => void): SecretStore {
  return {
    async get(key) {
      const value = await storage.get(key)
      if (value !== undefined) seen(value)
      return value
    },
    async store(key, value) {
      seen(value)
      await storage.store(key, value)
    },
    async forget(key) {
      await storage.delete(key)
    },
  }
}
