import { cancelled, errorText, laglineError, type LaglineError } from '../model/errors'
import { readAvro } from './avro'
import { AvroSchemas, type AvroType } from './avro-schema'
import { httpGet, type TlsFiles } from './http'
import { prettyJson, writeValue } from './json'
import { readProtobuf } from './protobuf'
import { ProtoMessages } from './protobuf-schema'
import { schemaIdOf, schemaPrefix, type ReadBySchema, type SchemaReader } from './schemas'
import { filesProblem, tlsProblem } from './tls-errors'
import { unreadable } from './unreadable'

/** Where a schema registry is, and how it is spoken to. */
export interface RegistryOptions {
  /** Of its REST interface, without a login. */
  readonly url: string
  readonly login: RegistryLogin | null
  readonly tls: TlsFiles
  /** How long one answer may take, ms. */
  readonly patienceMs: number
}

export interface RegistryLogin {
  readonly user: string
  readonly password: string
}

/** A schema as the registry gives it. */
interface Registered {
  readonly text: string
  readonly type: 'AVRO' | 'PROTOBUF' | 'JSON'
  readonly references: readonly { readonly subject: string; readonly version: number }[]
}

/** A schema that values can be read by. */
type Usable =
  | { readonly kind: 'avro'; readonly type: AvroType }
  | { readonly kind: 'protobuf'; readonly messages: ProtoMessages }
  | { readonly kind: 'jsonSchema'; readonly name: string }

/** A schema may refer to others, and these to more; real ones to a dozen. */
const mostReferences = 100
/** Of one answer, bytes. */
const largestAnswer = 4 * 1024 * 1024

/**
 * Reads values by the schemas of a registry that speaks as Confluent's does (`GET /schemas/ids/…`). What it gave once
 * is kept: the schema of an id never changes. What failed is asked for again after `retry`, so that a page of records
 * does not wait for a registry that is away once for each of them.
 */
export class SchemaRegistry implements SchemaReader {
  private readonly options: RegistryOptions
  private readonly known = new Map<number, Usable>()
  private failures = new Map<number | 'all', LaglineError>()

  constructor(options: RegistryOptions) {
    this.options = options
  }

  /** Forgets what failed. */
  retry(): void {
    this.failures = new Map()
  }

  async read(bytes: Uint8Array, signal: AbortSignal): Promise<ReadBySchema> {
    const id = schemaIdOf(bytes)
    if (id === null) throw unreadable('error.unreadable.noSchemaId')
    const schema = await this.schema(id, signal)
    const body = bytes.subarray(schemaPrefix)
    switch (schema.kind) {
      case 'avro':
        return {
          kind: 'avro',
          id,
          name: 'name' in schema.type ? schema.type.name : schema.type.kind,
          text: writeValue(readAvro(body, schema.type)),
        }
      case 'protobuf': {
        const { name, value } = readProtobuf(body, schema.messages)
        return { kind: 'protobuf', id, name, text: writeValue(value) }
      }
      case 'jsonSchema': {
        const text = prettyJson(Buffer.from(body).toString('utf8'))
        if (text === null) throw unreadable('error.unreadable.noMatch')
        return { kind: 'jsonSchema', id, name: schema.name, text }
      }
    }
  }

  private async schema(id: number, signal: AbortSignal): Promise<Usable> {
    const known = this.known.get(id)
    if (known !== undefined) return known
    const failure = this.failures.get('all') ?? this.failures.get(id)
    if (failure !== undefined) throw failure
    try {
      const found = registered(await this.get(`schemas/ids/${id}`, id, signal), this.options.url)
      const schema = usable(found, await this.references(found, id, signal))
      this.known.set(id, schema)
      return schema
    } catch (error) {
      const failed = error as LaglineError
      if (failed.code === 'registry') this.failures.set('all', failed)
      else if (failed.code !== 'cancelled') this.failures.set(id, failed)
      throw failed
    }
  }

  /** The texts of all schemas that one refers to; what is referred to comes before what refers to it. */
  private async references(of: Registered, id: number, signal: AbortSignal): Promise<string[]> {
    const texts: string[] = []
    const seen = new Set<string>()
    const add = async ({ references }: Registered): Promise<void> => {
      for (const { subject, version } of references) {
        const path = `subjects/${encodeURIComponent(subject)}/versions/${version}`
        if (seen.has(path)) continue
        seen.add(path)
        if (seen.size > mostReferences)
          throw laglineError('unreadable', errorText('error.registry.references', String(id)))
        const found = registered(await this.get(path, id, signal), this.options.url)
        await add(found)
        texts.push(found.text)
      }
    }
    await add(of)
    return texts
  }

  private async get(path: string, id: number, signal: AbortSignal): Promise<unknown> {
    const { url, login, tls, patienceMs } = this.options
    const flaw = filesProblem(tls)
    if (flaw !== null) throw laglineError('registry', flaw)
    const patience = AbortSignal.timeout(patienceMs)
    const headers: Record<string, string> = {
      accept: 'application/vnd.schemaregistry.v1+json, application/json',
    }
    if (login !== null)
      headers['authorization'] = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`
    let status: number
    let text: string
    try {
      const address = `${url.replace(/\/+$/, '')}/${path}`
      const options = { headers, tls, largest: largestAnswer }
      ;({ status, text } = await httpGet(address, options, AbortSignal.any([signal, patience])))
    } catch (error) {
      if (signal.aborted) throw cancelled(error)
      const text = patience.aborted
        ? errorText('error.registry.silent', url, patienceMs / 1000)
        : (tlsProblem(url, error) ?? errorText('error.registry.unreachable', url, reasonOf(error)))
      throw laglineError('registry', text, { cause: error })
    }
    if (status === 401 || status === 403)
      throw laglineError('registry', errorText('error.registry.login', url, String(status)))
    const json = parsed(text)
    // A registry says with a code of its own that it is the schema that is not there, and not the address.
    if (status === 404 && json !== null && 'error_code' in json)
      throw laglineError('unreadable', errorText('error.registry.noSchema', url, String(id)))
    if (status !== 200)
      throw laglineError('registry', errorText('error.registry.answer', url, String(status)))
    if (json === null) throw laglineError('registry', errorText('error.registry.notRegistry', url))
    return json
  }
}

function parsed(text: string): object | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : null
  } catch {
    return null
  }
}

function registered(json: unknown, url: string): Registered {
  const { schema, schemaType, references } = json as Readonly<Record<string, unknown>>
  const type = schemaType ?? 'AVRO'
  if (typeof schema !== 'string' || (type !== 'AVRO' && type !== 'PROTOBUF' && type !== 'JSON'))
    throw laglineError('registry', errorText('error.registry.notRegistry', url))
  const rows: readonly unknown[] = Array.isArray(references) ? references : []
  return {
    text: schema,
    type,
    references: rows.flatMap((row) => {
      const { subject, version } = (row ?? {}) as Readonly<Record<string, unknown>>
      return typeof subject === 'string' && typeof version === 'number' ? [{ subject, version }] : []
    }),
  }
}

function usable({ type, text }: Registered, references: readonly string[]): Usable {
  switch (type) {
    case 'AVRO': {
      const schemas = new AvroSchemas()
      for (const reference of references) schemas.read(reference)
      return { kind: 'avro', type: schemas.read(text) }
    }
    case 'PROTOBUF':
      return { kind: 'protobuf', messages: new ProtoMessages({ text, imports: references }) }
    case 'JSON': {
      const json = parsed(text)
      const title = json !== null && 'title' in json ? json.title : ''
      return { kind: 'jsonSchema', name: typeof title === 'string' ? title : '' }
    }
  }
}

/** Where a name has several addresses, Node tells of each why it failed, and nothing of the whole. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
