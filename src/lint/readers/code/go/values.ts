import { ownNameOf } from '../../../catalogue/dialects/dialects'
import type { Dialect } from '../../../document'
import type { Constants } from '../constants'
import type { Form } from '../draft'
import { evaluate, type Language, type Literal } from '../expression'
import { quoted, stringValue, type StringRules } from '../strings'
import type { Joint } from '../units'

/** The Go clients, by the last part of their usual import. */
export type GoLibrary = 'sarama' | 'confluent' | 'kgo' | 'segmentio'

const strings: StringRules = { interpolation: () => null, raw: (_prefix, quote) => quote === '`' }

/** Milliseconds of a unit of package time. */
const units: Readonly<Record<string, number>> = {
  'time.Nanosecond': 1e-6,
  'time.Microsecond': 1e-3,
  'time.Millisecond': 1,
  'time.Second': 1000,
  'time.Minute': 60_000,
  'time.Hour': 3_600_000,
}

/** Words of Kafka's by the constant of the library that stands for them. */
const constants: Readonly<Record<GoLibrary, Readonly<Record<string, string>>>> = {
  sarama: {
    WaitForAll: 'all',
    WaitForLocal: '1',
    NoResponse: '0',
    OffsetNewest: 'latest',
    OffsetOldest: 'earliest',
    ReadCommitted: 'read_committed',
    ReadUncommitted: 'read_uncommitted',
    CompressionNone: 'none',
    CompressionGZIP: 'gzip',
    CompressionSnappy: 'snappy',
    CompressionLZ4: 'lz4',
    CompressionZSTD: 'zstd',
  },
  kgo: {
    'AllISRAcks()': 'all',
    'LeaderAck()': '1',
    'NoAck()': '0',
    'ReadCommitted()': 'read_committed',
    'ReadUncommitted()': 'read_uncommitted',
  },
  segmentio: {
    RequireAll: 'all',
    RequireOne: '1',
    RequireNone: '0',
    FirstOffset: 'earliest',
    LastOffset: 'latest',
    ReadCommitted: 'read_committed',
    ReadUncommitted: 'read_uncommitted',
    Gzip: 'gzip',
    Snappy: 'snappy',
    Lz4: 'lz4',
    Zstd: 'zstd',
  },
  confluent: {},
}

export const dialectsOfLibraries: Readonly<Record<GoLibrary, Dialect>> = {
  sarama: 'sarama',
  confluent: 'librdkafka',
  kgo: 'franz-go',
  segmentio: 'segmentio',
}

/** A library as a file imports it. */
export interface GoPackage {
  readonly library: GoLibrary
  /** Its name in the file. */
  readonly alias: string
  /** Of the file. */
  readonly constants: Constants
}

/** @param timed called where a unit of time is part of the expression. */
function languageOf(pack: GoPackage, timed: () => void): Language {
  return {
    booleans: { true: 'true', false: 'false' },
    string: (literal) => stringValue(literal, strings),
    constants: pack.constants,
    name(path, argument) {
      if (argument !== null)
        return /^(?:u?int(?:8|16|32|64)?|string|float64|time\.Duration)$/.test(path) ? argument : null
      const unit = units[path]
      if (unit !== undefined) {
        timed()
        return { kind: 'number', value: String(unit) }
      }
      if (path === 'math.MaxInt32') return { kind: 'number', value: '2147483647' }
      if (!path.startsWith(`${pack.alias}.`)) return null
      const word = constants[pack.library][path.slice(pack.alias.length + 1)]
      return word === undefined ? null : { kind: 'text', value: word }
    },
  }
}

/** A value in Kafka's units: what stands for a duration without a unit of time counts nanoseconds. */
export function goValue(key: string, text: string, pack: GoPackage): Literal | null {
  let isTimed = false
  const language = languageOf(pack, () => {
    isTimed = true
  })
  const literal = evaluate(text, language)
  if (literal === null || literal.kind === 'boolean') return literal
  if (key === 'acks' && literal.value === '-1') return { ...literal, kind: 'text', value: 'all' }
  if (literal.kind === 'text' || pack.library === 'confluent' || !key.endsWith('.ms')) return literal
  const milliseconds = isTimed ? Number(literal.value) : Number(literal.value) / 1e6
  return { ...literal, value: String(milliseconds) }
}

/** `30 * time.Second` */
export function durationText(milliseconds: number): string {
  if (milliseconds % 60_000 === 0 && milliseconds >= 60_000) return `${milliseconds / 60_000} * time.Minute`
  return milliseconds % 1000 === 0 && milliseconds > 0
    ? `${milliseconds / 1000} * time.Second`
    : `${milliseconds} * time.Millisecond`
}

const ignore = (): void => undefined

/** A text; what is written without a package. */
export function goString(text: string, constants: Constants): Literal | null {
  const literal = evaluate(text, languageOf({ library: 'confluent', alias: '', constants }, ignore))
  return literal?.kind === 'text' ? literal : null
}

/** @param name how a setting that the client calls `name` is written as a key */
export function goForm(
  pack: GoPackage,
  joint: Joint,
  literal: Literal | null,
  name: (own: string) => string,
  pair: (key: string, value: string) => string,
): Form {
  const dialect = dialectsOfLibraries[pack.library]
  return {
    joint,
    pair,
    key(key) {
      const own = ownNameOf(dialect, key)
      return own === null ? (key.includes('.') ? null : name(key)) : name(own)
    },
    value(key, text) {
      const number = /^-?\d{1,15}$/.test(text)
      if (pack.library === 'confluent') {
        if (literal?.kind === 'text') return quoted(text)
        return number || text === 'true' || text === 'false' ? text : quoted(text)
      }
      if (key.endsWith('.ms') && number) return durationText(Number(text))
      const word = Object.entries(constants[pack.library]).find(([, meant]) => meant === text)?.[0]
      if (word !== undefined && (literal === null || literal.kind === 'text' || key === 'acks'))
        return `${pack.alias}.${word}`
      return number || text === 'true' || text === 'false' ? text : quoted(text)
    },
  }
}
