import type { KeyFacts } from '../../catalogue/catalogue'
import { nearestWord } from '../../catalogue/distance'
import { javaTrim } from '../../java-text'
import { parseValue } from '../../values'

/** What a value that Kafka cannot read was meant to be; safe where it can mean nothing else. */
export interface Repaired {
  readonly value: string
  readonly safe: boolean
}

const booleans: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  y: 'true',
  t: 'true',
  '1': 'true',
  enabled: 'true',
  no: 'false',
  off: 'false',
  n: 'false',
  f: 'false',
  '0': 'false',
  disabled: 'false',
}

/** Milliseconds in one unit. */
const durations: Readonly<Record<string, number>> = {
  ms: 1,
  msec: 1,
  millis: 1,
  milliseconds: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  mins: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
}
/** What a key counts in, by its last word. */
const keyUnits: Readonly<Record<string, number>> = {
  ms: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
}
/** Bytes in one unit; people who write KB in a Kafka file mean 1,024, as Kafka's own defaults do. */
const sizes: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
  gib: 1024 ** 3,
}

/** Null where nothing is likely, or where the result would not be read either. */
export function repairedValue(facts: KeyFacts, written: string): Repaired | null {
  const repaired = repair(facts, stripped(written))
  if (repaired === null) return null
  const { kind } = parseValue(facts.type, repaired.value)
  return kind === 'bad' || kind === 'overflow' ? null : repaired
}

/** Without a comment behind it, without quotes around it. */
function stripped(written: string): string {
  const bare = javaTrim(written.replace(/\s+(?:#|\/\/).*$/s, ''))
  const quoted = /^(["'])(.*)\1$/s.exec(bare)
  return (quoted?.[2] ?? bare).trim()
}

function repair(facts: KeyFacts, bare: string): Repaired | null {
  if (parseValue(facts.type, bare).kind !== 'bad') return { value: bare, safe: true }
  if (facts.type === 'BOOLEAN') return repairBoolean(bare)
  const plain = bare.replace(/^([+-]?\d[\d_,' ]*)L?$/i, (_, digits: string) => digits.replace(/[_,' ]/g, ''))
  if (/^[+-]?\d+$/.test(plain))
    return { value: plain, safe: /^[+-]?\d+L?$|^[+-]?\d{1,3}(?:_\d{3})+$/i.test(bare) }
  const whole = /^([+-]?\d+)\.0*$/.exec(bare)
  if (whole !== null) return { value: whole[1] ?? '', safe: true }
  return repairUnit(facts.key, bare)
}

function repairBoolean(bare: string): Repaired | null {
  const word = bare.toLowerCase()
  const meant = booleans[word]
  if (meant !== undefined) return { value: meant, safe: true }
  const near = nearestWord(word, ['true', 'false'])
  return near === null ? null : { value: near, safe: false }
}

function repairUnit(key: string, bare: string): Repaired | null {
  const match = /^(\d+(?:\.\d+)?)\s*([a-zA-Z]+)$/.exec(bare)
  if (match === null) return null
  const amount = Number(match[1])
  const word = (match[2] ?? '').toLowerCase()
  const lastPiece = key.slice(key.lastIndexOf('.') + 1)
  const own = keyUnits[lastPiece]
  const factor = own === undefined ? (lastPiece === 'bytes' ? sizes[word] : undefined) : durations[word]
  if (factor === undefined) return null
  const result = (amount * factor) / (own ?? 1)
  return Number.isSafeInteger(result) ? { value: String(result), safe: true } : null
}
