import { assertNever } from '../model/assert'
import type { AvroType, Logical } from './avro-schema'
import { Bytes } from './bytes'
import type { Value } from './json'
import { unreadable } from './unreadable'

/** A list of nulls takes no bytes: how many values are read at most, whatever the bytes say. */
const mostValues = 200_000
const deepest = 100
const dayMs = 86_400_000

/**
 * Reads a value written in Avro's binary encoding (Avro 1.12, "Binary Encoding"), without making code of the schema:
 * a schema comes from a server.
 * @throws LaglineError with code `unreadable`
 */
export function readAvro(bytes: Uint8Array, type: AvroType): Value {
  // Confluent's serializer writes bare bytes as they are, without a length.
  if (type.kind === 'bytes' && type.logical === null) return bytes
  const reader = new AvroReader(bytes)
  const value = reader.value(type, 0)
  if (reader.left > 0) throw unreadable('error.unreadable.left', reader.left)
  return value
}

class AvroReader {
  private readonly from: Bytes
  private values = 0

  constructor(bytes: Uint8Array) {
    this.from = new Bytes(bytes)
  }

  get left(): number {
    return this.from.left
  }

  value(type: AvroType, depth: number): Value {
    this.values += 1
    if (this.values > mostValues || depth > deepest) throw unreadable('error.unreadable.tooMany', mostValues)
    const { from } = this
    switch (type.kind) {
      case 'null':
        return null
      case 'boolean':
        return from.uint8() !== 0
      case 'int':
      case 'long':
        return moment(from.varint(), type.logical)
      case 'float':
        return from.floatle()
      case 'double':
        return from.doublele()
      case 'bytes':
        return decimal(from.take(this.size()), type.logical)
      case 'fixed':
        return decimal(from.take(type.size), type.logical)
      case 'string':
        return this.text()
      case 'enum':
        return picked(type.symbols, from.varint())
      case 'union':
        return this.value(picked(type.branches, from.varint()), depth + 1)
      case 'record':
        return new Map(type.fields.map((field) => [field.name, this.value(field.type, depth + 1)]))
      case 'array': {
        const items: Value[] = []
        this.blocks(() => items.push(this.value(type.of, depth + 1)))
        return items
      }
      case 'map': {
        const entries = new Map<string, Value>()
        this.blocks(() => entries.set(this.text(), this.value(type.of, depth + 1)))
        return entries
      }
      default:
        return assertNever(type)
    }
  }

  /** Items come in blocks, each with its count; a negative count is followed by the block's size. */
  private blocks(item: () => void): void {
    for (let count = this.from.varint(); count !== 0n; count = this.from.varint()) {
      if (count < 0n) this.from.varint()
      for (let left = count < 0n ? -count : count; left > 0n; left--) item()
    }
  }

  private text(): string {
    return Buffer.from(this.from.take(this.size())).toString('utf8')
  }

  private size(): number {
    const size = this.from.varint()
    if (size < 0n || size > BigInt(this.from.left)) throw unreadable('error.unreadable.cutOff')
    return Number(size)
  }
}

function picked<T>(of: readonly T[], index: bigint): T {
  const found = index < 0n ? undefined : of[Number(index)]
  if (found === undefined) throw unreadable('error.unreadable.noMatch')
  return found
}

/** A number, or the day or time it stands for. */
function moment(value: bigint, logical: Logical | null): Value {
  if (logical === null || logical.kind === 'decimal') return value
  const ms =
    logical.kind === 'days'
      ? Number(value) * dayMs
      : logical.kind === 'millis'
        ? Number(value)
        : Number(value / 1000n)
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return value
  const iso = date.toISOString()
  if (logical.kind === 'days') return iso.slice(0, 10)
  const micros = ((value % 1000n) + 1000n) % 1000n
  return logical.kind === 'millis' || value < 0n || micros === 0n
    ? iso
    : iso.replace('Z', `${String(micros).padStart(3, '0')}Z`)
}

/** Bytes, or the decimal they stand for: an unscaled two's complement number, big endian. */
function decimal(bytes: Uint8Array, logical: Logical | null): Value {
  if (logical?.kind !== 'decimal' || bytes.length === 0 || bytes.length > 64) return bytes
  const hex = Buffer.from(bytes).toString('hex')
  const unscaled = BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`))
  const { scale } = logical
  if (scale === 0 || scale > 200) return String(unscaled)
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0')
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
