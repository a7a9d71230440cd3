import * as vscode from 'vscode'
import type { RegistryLogin, SchemaRegistry } from '../../decoders/registry'
import { laglineError } from '../../model/errors'
import { secretKey, type ClusterSettings } from '../../model/settings'
import { textsOf } from '../../model/text'
import { BACK, askText } from '../ask/quick-input'
import type { Parts } from '../parts'
import { settings } from '../settings/settings'
import { askTexts } from '../texts/ask'

const USER = 'schemaRegistryUser'
const PASSWORD = 'schemaRegistryPassword'

/** The fields under which a cluster's registry login is kept as secrets. */
export const registrySecrets = [USER, PASSWORD] as const

/** The schema registries of the clusters, with what was learnt from them while their settings stay as they are. */
export class Registries {
  private readonly parts: Pick<Parts, 'decoders' | 'secrets'>
  private readonly made = new Map<string, { readonly by: string; readonly registry: SchemaRegistry }>()

  constructor(parts: Pick<Parts, 'decoders' | 'secrets'>) {
    this.parts = parts
  }

  /** Null where the cluster has none. What failed before is asked for again. */
  async of({ id, schemaRegistry: url }: ClusterSettings): Promise<SchemaRegistry | null> {
    if (url === undefined) return null
    const login = await this.login(id)
    const patienceMs = settings.deadlines().request
    const by = JSON.stringify([url, login, patienceMs])
    const known = this.made.get(id)
    if (known?.by === by) {
      known.registry.retry()
      return known.registry
    }
    const { SchemaRegistry } = await this.parts.decoders()
    const registry = new SchemaRegistry({ url, login, patienceMs })
    this.made.set(id, { by, registry })
    return registry
  }

  /** Asks for a login and keeps it as secrets; an empty user forgets it. Rejects with `cancelled`. */
  async askLogin({ id, name, schemaRegistry }: ClusterSettings): Promise<void> {
    if (schemaRegistry === undefined)
      throw laglineError('invalidInput', textsOf(askTexts)('ask.noRegistry', name))
    const title = vscode.l10n.t('Login at {0}', schemaRegistry)
    for (;;) {
      const user = await askText({
        title,
        step: { number: 1, of: 2 },
        prompt: vscode.l10n.t('User or API key. Leave it empty to forget the login.'),
        problem: () => null,
      })
      if (user === BACK) continue
      if (user === '') return this.forget(id)
      const password = await askText({
        title,
        step: { number: 2, of: 2 },
        prompt: vscode.l10n.t('Password or API secret. It is kept in the editor’s secret storage.'),
        secret: true,
        problem: (typed) => (typed === '' ? vscode.l10n.t('Type the password.') : null),
      })
      if (password === BACK) continue
      await this.parts.secrets.store(secretKey(id, USER), user)
      return this.parts.secrets.store(secretKey(id, PASSWORD), password)
    }
  }

  private async login(cluster: string): Promise<RegistryLogin | null> {
    const user = await this.parts.secrets.get(secretKey(cluster, USER))
    const password = await this.parts.secrets.get(secretKey(cluster, PASSWORD))
    return user === undefined || password === undefined ? null : { user, password }
  }

  private async forget(cluster: string): Promise<void> {
    for (const field of registrySecrets) await this.parts.secrets.forget(secretKey(cluster, field))
  }
}
