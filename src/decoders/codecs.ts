import { gunzipSync } from 'node:zlib'
import { uncompress } from 'snappyjs'
import { isLaglineError } from '../model/errors'
import { Bytes } from './bytes'
import { unlz4 } from './lz4'
import { unreadable } from './unreadable'
import { unzstd } from './zstd'

/** What compression may at most blow up to, bytes: far more than any broker takes in one batch by its defaults. */
export const plainLimit = 64 * 1024 * 1024

/** By number, as `org.apache.kafka.common.record.CompressionType` has them. */
const names = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const

/**
 * The bytes as they were before they were compressed.
 * @throws LaglineError with code `unreadable`
 */
export function decompress(codec: number, bytes: Uint8Array): Uint8Array {
  const name = names[codec]
  if (name === undefined) throw unreadable('error.unreadable.codec', codec)
  if (name === 'none') return bytes
  try {
    return decoders[name](bytes)
  } catch (error) {
    if (isLaglineError(error)) throw error
    throw unreadable(
      'error.unreadable.compressed',
      name,
      error instanceof Error ? error.message : String(error),
    )
  }
}

const decoders = {
  gzip: (bytes: Uint8Array) => gunzipSync(bytes, { maxOutputLength: plainLimit }),
  snappy: unsnappy,
  lz4: (bytes: Uint8Array) => unlz4(bytes, plainLimit),
  zstd: (bytes: Uint8Array) => unzstd(bytes, plainLimit),
}

/** How the blocks of `SnappyOutputStream` (org.xerial.snappy) begin: Java's clients write them, others may not. */
const xerial = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0])
const xerialHeader = 16

function unsnappy(bytes: Uint8Array): Uint8Array {
  if (!xerial.equals(bytes.subarray(0, xerial.length))) return uncompress(bytes, plainLimit)
  const from = new Bytes(bytes.subarray(xerialHeader))
  const parts: Uint8Array[] = []
  let size = 0
  while (from.left > 0) {
    const part = uncompress(from.take(from.int32()), plainLimit - size)
    size += part.length
    parts.push(part)
  }
  return Buffer.concat(parts)
}
