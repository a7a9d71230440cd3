import type { SpringType } from '../../catalogue/spring'

/** Nanoseconds in one unit of Boot's `DurationStyle.SIMPLE`. */
const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  ms: 1_000_000n,
  '': 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
}
/** Bytes in one unit of Spring's `DataUnit`. */
const sizes: Readonly<Record<string, bigint>> = {
  B: 1n,
  '': 1n,
  KB: 1024n,
  MB: 1024n ** 2n,
  GB: 1024n ** 3n,
  TB: 1024n ** 4n,
}
const truths: Readonly<Record<string, string>> = {
  true: 'true',
  on: 'true',
  yes: 'true',
  '1': 'true',
  false: 'false',
  off: 'false',
  no: 'false',
  '0': 'false',
}

const simpleDuration = /^([+-]?\d{1,18})([a-zA-Z]{0,2})$/
const isoDuration =
  /^([+-]?)P(?:([+-]?\d{1,9})D)?(?:T(?:([+-]?\d{1,9})H)?(?:([+-]?\d{1,9})M)?(?:([+-]?\d{1,12})(?:[.,](\d{1,9}))?S)?)?$/i

/** What Kafka gets for the text of a property; what Boot cannot convert stays as it is. */
export function converted(type: SpringType, written: string): string {
  const text = written.trim()
  switch (type) {
    case 'duration':
      return millisOf(text) ?? text
    case 'size':
      return bytesOf(text) ?? text
    case 'boolean':
      return truths[text.toLowerCase()] ?? text
    case 'enum':
      // Spring compares names of an enum without case, and takes a dash for an underscore.
      return text.toLowerCase().replaceAll('-', '_')
    case 'text':
      return text
  }
}

function millisOf(text: string): string | null {
  const simple = simpleDuration.exec(text)
  if (simple !== null) {
    const unit = units[(simple[2] ?? '').toLowerCase()]
    return unit === undefined ? null : String((BigInt(simple[1] ?? 0) * unit) / 1_000_000n)
  }
  const iso = isoDuration.exec(text)
  if (iso === null || /[PT]$/i.test(text)) return null
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = iso
  const total =
    BigInt(days) * 86_400_000n +
    BigInt(hours) * 3_600_000n +
    BigInt(minutes) * 60_000n +
    BigInt(seconds) * 1000n +
    BigInt(fraction.padEnd(3, '0').slice(0, 3))
  return String(sign === '-' ? -total : total)
}

function bytesOf(text: string): string | null {
  const match = /^([+-]?\d{1,18})([a-zA-Z]{0,2})$/.exec(text)
  const unit = match === null ? undefined : sizes[match[2] ?? '']
  return unit === undefined ? null : String(BigInt(match?.[1] ?? 0) * unit)
}
