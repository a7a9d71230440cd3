import { describe, expect, it } from 'vitest'
import { zipNames } from '../../support/zip'

/** A zip's directory with stored, empty files; all that the reader looks at. */
function zip(names: readonly string[]): Buffer {
  const entries = names.map((name) => {
    const entry = Buffer.alloc(46 + name.length + 3)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt16LE(2, 30)
    entry.writeUInt16LE(1, 32)
    entry.write(name, 46)
    return entry
  })
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(7, 16)
  return Buffer.concat([Buffer.alloc(7), ...entries, end])
}

describe('zipNames', () => {
  it('reads the names past extra fields and comments', () => {
    expect(zipNames(zip(['extension/package.json', 'a', 'b/c']))).toEqual([
      'extension/package.json',
      'a',
      'b/c',
    ])
  })

  it('refuses what is no zip', () => {
    expect(() => zipNames(Buffer.from('no zip'))).toThrow('Not a zip')
  })
})
