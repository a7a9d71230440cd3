/** A cluster as the setting `lagline.clusters` has it. */
export interface ClusterSettings {
  /** Random, never reused: secrets and change records are kept by it. */
  readonly id: string
  readonly name: string
  readonly bootstrapServers: readonly string[]
  /** True: Lagline sends nothing that changes the cluster. */
  readonly readOnly: boolean
  /** True: a change asks for the group's name to be typed. */
  readonly production: boolean
  /** Address of the REST interface of its schema registry; absent = it has none. */
  readonly schemaRegistry?: string
  /** How its schema registry is spoken to by https; absent = as the editor speaks to everybody. */
  readonly schemaRegistryTls?: RegistryTls
}

/** Paths of files in PEM form on the machine the extension runs on. A key's passphrase is kept as a secret. */
export interface RegistryTls {
  /** Certificates of the authorities that are trusted. */
  readonly ca?: string
  /** Certificate of our own, with its `key`; both or none. */
  readonly certificate?: string
  readonly key?: string
}

/** Where a secret of a cluster is kept. */
export function secretKey(clusterId: string, field: string): string {
  return `lagline/${clusterId}/${field}`
}
