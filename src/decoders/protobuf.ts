import { Enum, MapField, Type, type FieldBase } from 'protobufjs'
import { Bytes } from './bytes'
import { writeValue, type Value } from './json'
import type { ProtoMessages } from './protobuf-schema'
import { unreadable } from './unreadable'

const deepest = 100
/** Longer paths to a message are nobody's. */
const longestPath = 32

/** Reads which message of its file a value is: a count and so many indexes; a lone 0 stands for the first message. */
export function readMessagePath(from: Bytes): number[] {
  const count = Number(from.varint())
  if (count === 0) return [0]
  if (count < 0 || count > longestPath) throw unreadable('error.unreadable.noMatch')
  return Array.from({ length: count }, () => Number(from.varint()))
}

/**
 * Reads a message as Confluent's serializer writes it: the message's place in its file, then its bytes. Fields that
 * are not in the schema come by their numbers, as `#7`.
 * @throws LaglineError with code `unreadable`
 */
export function readProtobuf(
  bytes: Uint8Array,
  messages: ProtoMessages,
): { readonly name: string; readonly value: Value } {
  const from = new Bytes(bytes)
  const type = messages.at(readMessagePath(from))
  return { name: type.fullName.replace(/^\./, ''), value: readMessage(from, type, 0) }
}

/** Numbers of the wire types (protobuf.dev, "Encoding"). */
const wire = { varint: 0, fixed64: 1, length: 2, group: 3, endGroup: 4, fixed32: 5 } as const

function readMessage(from: Bytes, type: Type, depth: number): Map<string, Value> {
  if (depth > deepest) throw unreadable('error.unreadable.tooMany', deepest)
  const found = new Map<string, Value>()
  const lists = new Map<string, Value[]>()
  while (from.left > 0) {
    const tag = from.uvarint()
    const number = Number(tag >> 3n)
    const wireType = Number(tag & 7n)
    const field = type.fieldsById[number]
    if (field === undefined) append(lists, `#${number}`, unknown(from, wireType, depth))
    else if (field instanceof MapField) putEntry(found, field, from, wireType, depth)
    else if (field.repeated)
      for (const item of items(from, field, wireType, depth)) append(lists, field.name, item)
    else found.set(field.name, read(from, field, wireType, depth))
  }
  for (const [name, list] of lists)
    found.set(name, name.startsWith('#') && list.length === 1 ? (list[0] ?? null) : list)
  return found
}

function append(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name)
  if (list === undefined) lists.set(name, [value])
  else list.push(value)
}

/** One value, or many that are packed into one. */
function items(from: Bytes, field: FieldBase, wireType: number, depth: number): Value[] {
  const scalar = scalarOf(field)
  if (wireType !== wire.length || scalar === null || scalar === 'string' || scalar === 'bytes')
    return [read(from, field, wireType, depth)]
  const packed = new Bytes(from.take(sizeOf(from)))
  const list: Value[] = []
  while (packed.left > 0) list.push(enumName(field, readScalar(packed, scalar)))
  return list
}

function putEntry(
  found: Map<string, Value>,
  field: MapField,
  from: Bytes,
  wireType: number,
  depth: number,
): void {
  if (wireType !== wire.length) throw unreadable('error.unreadable.noMatch')
  const entry = new Bytes(from.take(sizeOf(from)))
  let key: Value = ''
  let value: Value = null
  while (entry.left > 0) {
    const tag = entry.uvarint()
    if (tag >> 3n === 1n) key = readScalar(entry, field.keyType)
    else if (tag >> 3n === 2n) value = read(entry, field, Number(tag & 7n), depth)
    else unknown(entry, Number(tag & 7n), depth)
  }
  const known = found.get(field.name)
  const entries = known instanceof Map ? (known as Map<string, Value>) : new Map<string, Value>()
  entries.set(typeof key === 'string' ? key : writeValue(key), value)
  found.set(field.name, entries)
}

function read(from: Bytes, field: FieldBase, wireType: number, depth: number): Value {
  const scalar = scalarOf(field)
  if (scalar !== null) {
    if (wireType !== wireTypeOf(scalar)) throw unreadable('error.unreadable.noMatch')
    return enumName(field, readScalar(from, scalar))
  }
  // A message, or a type whose file is not there: then its bytes are all that can be shown.
  const { resolvedType } = field
  if (wireType !== wire.length || !(resolvedType instanceof Type)) return unknown(from, wireType, depth)
  return readMessage(new Bytes(from.take(sizeOf(from))), resolvedType, depth + 1)
}

/** The scalar type a field is written as; null = a message, or not known. */
function scalarOf(field: FieldBase): string | null {
  if (!field.resolved)
    try {
      field.resolve()
    } catch {
      return null
    }
  if (field.resolvedType instanceof Enum) return 'int32'
  return field.resolvedType === null && field.type in readers ? field.type : null
}

function enumName({ resolvedType }: FieldBase, value: Value): Value {
  return resolvedType instanceof Enum ? (resolvedType.valuesById[Number(value)] ?? value) : value
}

function wireTypeOf(scalar: string): number {
  if (scalar === 'string' || scalar === 'bytes') return wire.length
  if (scalar.endsWith('fixed64') || scalar === 'double') return wire.fixed64
  return scalar.endsWith('fixed32') || scalar === 'float' ? wire.fixed32 : wire.varint
}

const readers: Readonly<Record<string, (from: Bytes) => Value>> = {
  int32: (from) => BigInt.asIntN(32, from.uvarint()),
  int64: (from) => BigInt.asIntN(64, from.uvarint()),
  uint32: (from) => BigInt.asUintN(32, from.uvarint()),
  uint64: (from) => from.uvarint(),
  sint32: (from) => BigInt.asIntN(32, from.varint()),
  sint64: (from) => from.varint(),
  bool: (from) => from.uvarint() !== 0n,
  fixed32: (from) => from.uint32le(),
  fixed64: (from) => from.uint64le(),
  sfixed32: (from) => from.uint32le() | 0,
  sfixed64: (from) => BigInt.asIntN(64, from.uint64le()),
  float: (from) => from.floatle(),
  double: (from) => from.doublele(),
  string: (from) => Buffer.from(from.take(sizeOf(from))).toString('utf8'),
  bytes: (from) => from.take(sizeOf(from)),
}

function readScalar(from: Bytes, scalar: string): Value {
  const reader = readers[scalar]
  if (reader === undefined) throw unreadable('error.unreadable.noMatch')
  return reader(from)
}

/** What a field holds that no schema tells about. */
function unknown(from: Bytes, wireType: number, depth: number): Value {
  switch (wireType) {
    case wire.varint:
      return from.uvarint()
    case wire.fixed64:
      return from.uint64le()
    case wire.length:
      return from.take(sizeOf(from))
    case wire.fixed32:
      return from.uint32le()
    case wire.group:
      return group(from, depth + 1)
    default:
      throw unreadable('error.unreadable.noMatch')
  }
}

function group(from: Bytes, depth: number): Value {
  if (depth > deepest) throw unreadable('error.unreadable.tooMany', deepest)
  const lists = new Map<string, Value[]>()
  for (;;) {
    const tag = from.uvarint()
    if (Number(tag & 7n) === wire.endGroup) return lists
    append(lists, `#${tag >> 3n}`, unknown(from, Number(tag & 7n), depth))
  }
}

function sizeOf(from: Bytes): number {
  const size = from.uvarint()
  if (size > BigInt(from.left)) throw unreadable('error.unreadable.cutOff')
  return Number(size)
}
