import { unreadable } from './unreadable'

const primitives = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'] as const
type Primitive = (typeof primitives)[number]

/** What a number or bytes stand for beyond their type; only what is shown otherwise is kept. */
export type Logical =
  { readonly kind: 'decimal'; readonly scale: number } | { readonly kind: 'days' | 'millis' | 'micros' }

/** A schema of Avro, with its names looked up. */
export type AvroType =
  | { readonly kind: Primitive; readonly logical: Logical | null }
  | { readonly kind: 'fixed'; readonly name: string; readonly size: number; readonly logical: Logical | null }
  | { readonly kind: 'enum'; readonly name: string; readonly symbols: readonly string[] }
  | { readonly kind: 'array' | 'map'; readonly of: AvroType }
  | { readonly kind: 'union'; readonly branches: readonly AvroType[] }
  | { readonly kind: 'record'; readonly name: string; readonly fields: AvroField[] }

export interface AvroField {
  readonly name: string
  readonly type: AvroType
}

type Json = Readonly<Record<string, unknown>>

/** Deeper schemas are nobody's. */
const deepest = 100

/**
 * Reads schemas (Avro 1.12, "Schema Declaration"). Schemas that others refer to are read before them, by the same
 * reader: it keeps their names.
 */
export class AvroSchemas {
  private readonly named = new Map<string, AvroType>()

  /** @throws LaglineError with code `unreadable` */
  read(schema: string): AvroType {
    let json: unknown
    try {
      json = JSON.parse(schema)
    } catch {
      // A primitive may be registered bare: `string` and not `"string"`.
      json = schema.trim()
    }
    return this.typeOf(json, '', 0)
  }

  private typeOf(json: unknown, namespace: string, depth: number): AvroType {
    if (depth > deepest) throw flawed('depth')
    if (typeof json === 'string') return this.byName(json, namespace)
    if (Array.isArray(json))
      return { kind: 'union', branches: json.map((branch) => this.typeOf(branch, namespace, depth + 1)) }
    if (typeof json !== 'object' || json === null) throw flawed(String(json))
    const own = json as Json
    const { type } = own
    if (typeof type !== 'string') return this.typeOf(type, namespace, depth + 1)
    switch (type) {
      case 'record':
      case 'error':
        return this.record(own, namespace, depth)
      case 'enum':
        return this.keep(own, namespace, (name) => ({ kind: 'enum', name, symbols: texts(own['symbols']) }))
      case 'fixed':
        return this.keep(own, namespace, (name) => ({
          kind: 'fixed',
          name,
          size: count(own['size']),
          logical: logicalOf(own),
        }))
      case 'array':
        return { kind: 'array', of: this.typeOf(own['items'], namespace, depth + 1) }
      case 'map':
        return { kind: 'map', of: this.typeOf(own['values'], namespace, depth + 1) }
      default:
        return isPrimitive(type) ? { kind: type, logical: logicalOf(own) } : this.byName(type, namespace)
    }
  }

  private byName(name: string, namespace: string): AvroType {
    if (isPrimitive(name)) return { kind: name, logical: null }
    const found =
      this.named.get(name.includes('.') ? name : fullName(name, namespace)) ?? this.named.get(name)
    if (found === undefined) throw flawed(name)
    return found
  }

  /** Known by its name before its fields are read: they may be of its own type. */
  private record(own: Json, namespace: string, depth: number): AvroType {
    const fields: AvroField[] = []
    const type = this.keep(own, namespace, (name) => ({ kind: 'record', name, fields }))
    const inside = 'name' in type ? type.name.slice(0, Math.max(0, type.name.lastIndexOf('.'))) : namespace
    if (!Array.isArray(own['fields'])) throw flawed('fields')
    for (const field of own['fields'] as unknown[]) {
      if (typeof field !== 'object' || field === null) throw flawed('fields')
      const { name, type: fieldType } = field as Json
      if (typeof name !== 'string') throw flawed('fields')
      fields.push({ name, type: this.typeOf(fieldType, inside, depth + 1) })
    }
    return type
  }

  private keep(own: Json, namespace: string, make: (name: string) => AvroType): AvroType {
    const { name, namespace: declared } = own
    if (typeof name !== 'string') throw flawed('name')
    const full = name.includes('.')
      ? name
      : fullName(name, typeof declared === 'string' ? declared : namespace)
    const type = make(full)
    this.named.set(full, type)
    return type
  }
}

function fullName(name: string, namespace: string): string {
  return namespace === '' ? name : `${namespace}.${name}`
}

function isPrimitive(name: string): name is Primitive {
  return (primitives as readonly string[]).includes(name)
}

function logicalOf({ logicalType, scale }: Json): Logical | null {
  switch (logicalType) {
    case 'decimal':
      return { kind: 'decimal', scale: scale === undefined ? 0 : count(scale) }
    case 'date':
      return { kind: 'days' }
    case 'timestamp-millis':
    case 'local-timestamp-millis':
      return { kind: 'millis' }
    case 'timestamp-micros':
    case 'local-timestamp-micros':
      return { kind: 'micros' }
    default:
      return null
  }
}

function texts(json: unknown): string[] {
  if (!Array.isArray(json) || !json.every((item) => typeof item === 'string')) throw flawed('symbols')
  return json
}

function count(json: unknown): number {
  if (typeof json !== 'number' || !Number.isInteger(json) || json < 0 || json > 100_000_000)
    throw flawed(String(json))
  return json
}

function flawed(where: string): Error {
  return unreadable('error.unreadable.schema', 'Avro', where)
}
