import { describe, expect, it } from 'vitest'
import { readDemoOptions } from '../../support/demo/options'

describe('the demo’s command line', () => {
  it('starts its own cluster and the recent editor when nothing is asked', () => {
    expect(readDemoOptions([])).toMatchObject({
      bootstrap: null,
      ownCode: false,
      editor: { name: 'recent' },
      help: false,
    })
  })

  it('takes an existing cluster, several servers and IPv6 too', () => {
    const servers = 'localhost:9092,[::1]:9093'
    expect(readDemoOptions(['--bootstrap', servers]).bootstrap).toBe(servers)
    expect(readDemoOptions([`--bootstrap=${servers}`]).bootstrap).toBe(servers)
  })

  it.each(['localhost', 'a b:1', ':9092', 'host:', 'localhost:9092,'])(
    'refuses “%s” as servers',
    (servers) => {
      expect(() => readDemoOptions(['--bootstrap', servers])).toThrow('host:port')
    },
  )

  it('knows the editors by name', () => {
    expect(readDemoOptions(['--editor', 'floor']).editor.name).toBe('floor')
    expect(() => readDemoOptions(['--editor', 'newest'])).toThrow('floor or recent')
  })

  it('refuses what it does not know', () => {
    expect(() => readDemoOptions(['--port', '1'])).toThrow('--port')
  })
})
