import { gunzipSync } from 'node:zlib'
import { isLaglineError } from '../model/errors'
import { unlz4 } from './lz4'
import { unsnappy } from './snappy'
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
  snappy: (bytes: Uint8Array) => unsnappy(bytes, plainLimit),
  lz4: (bytes: Uint8Array) => unlz4(bytes, plainLimit),
  zstd: (bytes: Uint8Array) => unzstd(bytes, plainLimit),
}
