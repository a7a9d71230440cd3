import { isAbsolute } from 'node:path'
import type { ClusterSettings, RegistryTls } from '../../model/settings'
import type { Text } from '../../model/text'
import { textsOf } from '../../model/text'
import { settingsTexts } from '../texts/settings'

const text = textsOf(settingsTexts)

/** The setting `lagline.clusters`, as far as it can be understood. */
export interface ClusterList {
  readonly clusters: readonly ClusterSettings[]
  /** One sentence for each entry that is left out. */
  readonly problems: readonly Text[]
}

/** Reads the setting, which a person may have written by hand: what is wrong is told, the rest stands. */
export function readClusterList(value: unknown): ClusterList {
  if (value === undefined || value === null) return { clusters: [], problems: [] }
  if (!Array.isArray(value)) return { clusters: [], problems: [text('settings.clusters.notList')] }
  const clusters: ClusterSettings[] = []
  const problems: Text[] = []
  value.forEach((entry: unknown, index) => {
    const read = readCluster(entry, index + 1)
    if ('problem' in read) problems.push(read.problem)
    else if (clusters.some(({ id }) => id === read.cluster.id))
      problems.push(text('settings.cluster.sameId', index + 1, read.cluster.id))
    else clusters.push(read.cluster)
  })
  return { clusters, problems }
}

type Read = { readonly cluster: ClusterSettings } | { readonly problem: Text }

function readCluster(entry: unknown, place: number): Read {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return { problem: text('settings.cluster.notObject', place) }
  const { id, name, bootstrapServers, readOnly, production, schemaRegistry, schemaRegistryTls } =
    entry as Record<string, unknown>
  if (!isName(id)) return { problem: text('settings.cluster.noText', place, 'id') }
  if (!isName(name)) return { problem: text('settings.cluster.noText', place, 'name') }
  if (!Array.isArray(bootstrapServers) || bootstrapServers.length === 0 || !bootstrapServers.every(isName))
    return { problem: text('settings.cluster.noServers', place) }
  const bad = bootstrapServers.find((server) => parseAddress(server) === null)
  if (bad !== undefined) return { problem: text('settings.cluster.badServer', place, bad) }
  for (const [field, flag] of Object.entries({ readOnly, production }))
    if (flag !== undefined && typeof flag !== 'boolean')
      return { problem: text('settings.cluster.notFlag', place, field) }
  if (schemaRegistry !== undefined && !isRegistryUrl(schemaRegistry))
    return { problem: text('settings.cluster.badRegistry', place) }
  const tls = schemaRegistryTls === undefined ? {} : readTls(schemaRegistryTls)
  if (tls === null) return { problem: text('settings.cluster.badRegistryTls', place) }
  const servers = bootstrapServers.map((server) => server.trim())
  return {
    cluster: {
      id,
      name: name.trim(),
      bootstrapServers: servers,
      readOnly: readOnly === true,
      production: production === true,
      ...(schemaRegistry === undefined ? {} : { schemaRegistry: schemaRegistry.trim() }),
      ...(Object.keys(tls).length === 0 ? {} : { schemaRegistryTls: tls }),
    },
  }
}

/** An address of HTTP without a login: that is kept as a secret, and not in a setting. */
function isRegistryUrl(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  const { protocol, username, password } = new URL(value)
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
}

/** Paths that do not depend on where the editor was started; null where it is something else. */
function readTls(value: unknown): RegistryTls | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { ca, certificate, key, ...rest } = value as Record<string, unknown>
  if (Object.keys(rest).length > 0 || (certificate === undefined) !== (key === undefined)) return null
  const paths: Record<string, string> = {}
  for (const [field, path] of Object.entries({ ca, certificate, key })) {
    if (path === undefined) continue
    if (!isName(path) || !(path.startsWith('~/') || isAbsolute(path.trim()))) return null
    paths[field] = path.trim()
  }
  return paths
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** `host:port`, an IPv6 host in brackets; null where it is none. */
export function parseAddress(written: string): { readonly host: string; readonly port: number } | null {
  const parts = /^(?:\[([0-9a-fA-F:.%]+)\]|([^\s:/@,[\]]+)):(\d{1,5})$/.exec(written.trim())
  const host = parts?.[1] ?? parts?.[2]
  const port = Number(parts?.[3])
  return host === undefined || port < 1 || port > 65_535 ? null : { host, port }
}

/** What a person types for bootstrap servers: addresses between commas or blanks. */
export function splitServers(typed: string): string[] {
  return typed.split(/[\s,]+/).filter((part) => part !== '')
}

/** Why what was typed cannot be used; null = it can. */
export function serversProblem(typed: string): Text | null {
  const servers = splitServers(typed)
  if (servers.length === 0) return text('settings.servers.none')
  const bad = servers.find((server) => parseAddress(server) === null)
  if (bad === undefined) return null
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(bad)) return text('settings.servers.url', bad)
  if (!/:/.test(bad)) return text('settings.servers.noPort', bad)
  return text('settings.servers.bad', bad)
}
