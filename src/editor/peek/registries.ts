import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import * as vscode from 'vscode'
import type { TlsFiles } from '../../decoders/http'
import type { RegistryLogin, SchemaRegistry } from '../../decoders/registry'
import type { SchemaReader } from '../../decoders/schemas'
import { errorText, laglineError, toLaglineError } from '../../model/errors'
import { secretKey, type ClusterSettings, type RegistryTls } from '../../model/settings'
import { textsOf } from '../../model/text'
import { askChoice, askText, BACK } from '../ask/quick-input'
import type { Parts } from '../parts'
import { settings } from '../settings/settings'
import { askTexts } from '../texts/ask'
import { SecretField } from './registry-secrets'

/** The schema registries of the clusters, with what was learnt from them while their settings stay as they are. */
export class Registries {
  private readonly parts: Pick<Parts, 'decoders' | 'secrets'>
  private readonly made = new Map<string, { readonly by: string; readonly registry: SchemaRegistry }>()

  constructor(parts: Pick<Parts, 'decoders' | 'secrets'>) {
    this.parts = parts
  }

  /** Null where the cluster has none. What failed before is asked for again. */
  async of({ id, schemaRegistry: url, schemaRegistryTls }: ClusterSettings): Promise<SchemaReader | null> {
    if (url === undefined) return null
    const login = await this.login(id)
    const patienceMs = settings.deadlines().request
    let tls: TlsFiles
    try {
      tls = await this.tls(id, schemaRegistryTls ?? {})
    } catch (error) {
      // Told beside each value that would need it: the records themselves can be read.
      return { read: () => Promise.reject(toLaglineError(error)) }
    }
    const by = JSON.stringify([url, login, tls, patienceMs])
    const known = this.made.get(id)
    if (known?.by === by) {
      known.registry.retry()
      return known.registry
    }
    const { SchemaRegistry } = await this.parts.decoders()
    const registry = new SchemaRegistry({ url, login, tls, patienceMs })
    this.made.set(id, { by, registry })
    return registry
  }

  /** Asks for a login and keeps it as secrets; what is left empty is forgotten. Rejects with `cancelled`. */
  async askLogin({ id, name, schemaRegistry, schemaRegistryTls }: ClusterSettings): Promise<void> {
    if (schemaRegistry === undefined)
      throw laglineError('invalidInput', textsOf(askTexts)('ask.noRegistry', name))
    const title = vscode.l10n.t('Login at {0}', schemaRegistry)
    const byUser = vscode.l10n.t('User and password, or API key and secret')
    const byKey = vscode.l10n.t('Passphrase of the private key')
    const way =
      schemaRegistryTls?.key === undefined
        ? byUser
        : await askChoice({
            title,
            placeholder: vscode.l10n.t('Which one?'),
            choices: [byUser, byKey].map((label) => ({ label, value: label })),
          })
    return way === byUser ? this.askUser(id, title) : this.askPassphrase(id, title)
  }

  private async askPassphrase(id: string, title: string): Promise<void> {
    const passphrase = await askText({
      title,
      prompt: vscode.l10n.t('It is kept in the editor’s secret storage. Leave it empty to forget it.'),
      secret: true,
      problem: () => null,
    })
    if (passphrase === BACK || passphrase === '')
      return this.parts.secrets.forget(secretKey(id, SecretField.passphrase))
    return this.parts.secrets.store(secretKey(id, SecretField.passphrase), passphrase)
  }

  private async askUser(id: string, title: string): Promise<void> {
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
      await this.parts.secrets.store(secretKey(id, SecretField.user), user)
      return this.parts.secrets.store(secretKey(id, SecretField.password), password)
    }
  }

  private async login(cluster: string): Promise<RegistryLogin | null> {
    const user = await this.parts.secrets.get(secretKey(cluster, SecretField.user))
    const password = await this.parts.secrets.get(secretKey(cluster, SecretField.password))
    return user === undefined || password === undefined ? null : { user, password }
  }

  /** Rejects with code `registry` where a file cannot be read. */
  private async tls(cluster: string, { ca, certificate, key }: RegistryTls): Promise<TlsFiles> {
    const passphrase =
      key === undefined ? undefined : await this.parts.secrets.get(secretKey(cluster, SecretField.passphrase))
    return {
      ...(ca === undefined ? {} : { ca: await read(ca) }),
      ...(certificate === undefined ? {} : { certificate: await read(certificate) }),
      ...(key === undefined ? {} : { key: await read(key) }),
      ...(passphrase === undefined ? {} : { passphrase }),
    }
  }

  private async forget(cluster: string): Promise<void> {
    for (const field of [SecretField.user, SecretField.password])
      await this.parts.secrets.forget(secretKey(cluster, field))
  }
}

/** A file on the machine the extension runs on; `~/` is the home folder. */
async function read(path: string): Promise<string> {
  try {
    return await readFile(path.startsWith('~/') ? join(homedir(), path.slice(2)) : path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw laglineError('registry', errorText('error.registry.file', path, reason), { cause: error })
  }
}
