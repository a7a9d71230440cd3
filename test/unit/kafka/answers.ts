import { expect } from 'vitest'
import type { Answer, Api } from '../../../src/kafka/wire/api'
import { WireError } from '../../../src/kafka/wire/reader'
import { bytes } from './bytes'

/**
 * Reads what follows the correlation id. Whatever is cut off at the end must be found missing, and whatever is too
 * much must be found too much.
 */
export function reads<Q, R extends Answer>(
  api: Api<Q, R>,
  version: number,
  answer: string,
  expected: R,
): void {
  expect(api.versions).toContain(version)
  const whole = bytes(answer)
  expect(api.decode(version, whole)).toEqual(expected)
  for (let length = 0; length < whole.length; length++)
    expect(() => api.decode(version, whole.subarray(0, length)), `${length} bytes`).toThrow(WireError)
  expect(() => api.decode(version, new Uint8Array([...whole, 0]))).toThrow(/1 bytes left/)
}

/** Two tagged fields: number 0 of one byte, number 300 of none. */
export const tags = '02 00 01 ff ac02 00'
