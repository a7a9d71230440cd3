import { assertNever } from '../model/assert'
import { isCancelled, isLaglineError } from '../model/errors'
import type { Text } from '../model/text'
import { prettyJson } from './json'
import { schemaIdOf, type SchemaReader } from './schemas'
import { say } from './texts'

/** How bytes are to be read. `auto`: as what they look like. `registry`: by the schema whose id they begin with. */
export const decodings = ['auto', 'text', 'json', 'int32', 'int64', 'double', 'hex', 'registry'] as const
export type Decoding = (typeof decodings)[number]

/** Bytes as a person can read them. */
export interface Decoded {
  /** What they were read as. */
  readonly format: Text
  /** May have several lines. */
  readonly text: string
  /** Why it is not what was asked for; null = it is. */
  readonly note: Text | null
}

/**
 * Reads bytes. What cannot be read as asked is shown in hex, with the reason beside it.
 * @param schemas null = the cluster has no schema registry
 * @throws LaglineError with code `cancelled`, and nothing else
 */
export async function decode(
  bytes: Uint8Array,
  as: Decoding,
  schemas: SchemaReader | null,
  signal: AbortSignal,
): Promise<Decoded> {
  switch (as) {
    case 'auto':
      return auto(bytes, schemas, signal)
    case 'registry':
      return (await bySchema(bytes, schemas, signal)) ?? instead(bytes, say('records.note.noRegistry'))
    case 'text':
      return { format: say('records.format.text'), text: visible(lossyText(bytes)), note: null }
    case 'json': {
      const text = textOf(bytes)
      const pretty = text === null ? null : prettyJson(text)
      return pretty === null
        ? instead(bytes, say('records.note.notJson'))
        : decoded('records.format.json', pretty)
    }
    case 'int32':
    case 'int64':
    case 'double':
      return numberOf(bytes, as) ?? instead(bytes, say('records.note.notNumber', as, bytes.length))
    case 'hex':
      return decoded('records.format.hex', hexOf(bytes))
    default:
      return assertNever(as)
  }
}

async function auto(bytes: Uint8Array, schemas: SchemaReader | null, signal: AbortSignal): Promise<Decoded> {
  let note: Text | null = null
  const schemaId = schemaIdOf(bytes)
  if (schemaId !== null) {
    const found = await bySchema(bytes, schemas, signal)
    if (found !== null && found.note === null) return found
    note = found?.note ?? say('records.note.looksLikeSchema', String(schemaId))
  }
  const text = textOf(bytes)
  if (text !== null && isPlain(text)) {
    const pretty = /^\s*[[{]/.test(text) ? prettyJson(text) : null
    return pretty === null ? decoded('records.format.text', text) : decoded('records.format.json', pretty)
  }
  const number = numberOf(bytes, bytes.length === 4 ? 'int32' : 'int64')
  return { ...(number ?? decoded('records.format.hex', hexOf(bytes))), note }
}

/** Null where there is no registry to ask. */
async function bySchema(
  bytes: Uint8Array,
  schemas: SchemaReader | null,
  signal: AbortSignal,
): Promise<Decoded | null> {
  if (schemas === null) return null
  try {
    const { kind, id, name, text } = await schemas.read(bytes, signal)
    const format =
      name === ''
        ? say('records.format.untitled', String(id))
        : say(`records.format.${kind}`, name, String(id))
    return { format, text, note: null }
  } catch (error) {
    if (!isLaglineError(error) || isCancelled(error)) throw error
    return instead(bytes, error.text)
  }
}

function instead(bytes: Uint8Array, note: Text): Decoded {
  return { ...decoded('records.format.hex', hexOf(bytes)), note }
}

function decoded(format: Parameters<typeof say>[0], text: string): Decoded {
  return { format: say(format), text, note: null }
}

/** Numbers as Kafka's own serializers write them: big endian. Null where the length is not that of one. */
function numberOf(bytes: Uint8Array, as: 'int32' | 'int64' | 'double'): Decoded | null {
  if (bytes.length !== (as === 'int32' ? 4 : 8)) return null
  const from = view(bytes)
  const value =
    as === 'int32' ? from.readInt32BE() : as === 'int64' ? from.readBigInt64BE() : from.readDoubleBE()
  return { format: say('records.format.number', as), text: String(value), note: null }
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Null where the bytes are no UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function lossyText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

function isPlain(text: string): boolean {
  return !control.test(text)
}

/** Control characters by their pictures, so that none is lost and none does anything. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, (character) =>
    character === '\u007f' ? '␡' : String.fromCharCode(0x2400 + character.charCodeAt(0)),
  )
}

const bytesPerLine = 32

/** Pairs of digits, in lines. */
export function hexOf(bytes: Uint8Array): string {
  const lines: string[] = []
  for (let from = 0; from < bytes.length; from += bytesPerLine)
    lines.push(
      view(bytes.subarray(from, from + bytesPerLine))
        .toString('hex')
        .replace(/(..)(?=.)/g, '$1 '),
    )
  return lines.join('\n')
}
