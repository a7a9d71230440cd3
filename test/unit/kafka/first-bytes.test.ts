import { describe, expect, it } from 'vitest'
import { greetingOf } from '../../../src/kafka/first-bytes'
import { bytes } from './bytes'

describe('the first bytes from the other side', () => {
  it.each([
    ['0000', null],
    ['00000154 00000000', 'kafka'],
    ['"HTTP/1.1 400 Bad Request"', 'http'],
    ['15 0303 0002 0246', 'tls'],
    ['16 0301 00a5', 'tls'],
    ['"SSH-2.0"', 'other'],
    ['00000000', 'other'],
    ['ffffffff', 'other'],
    ['00100001', 'other'],
  ] as const)('%s', (written, expected) => {
    expect(greetingOf(bytes(written))).toBe(expected)
  })
})
