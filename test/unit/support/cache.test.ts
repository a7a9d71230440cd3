import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cached, cacheFolder } from '../../support/cache'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lagline-cache-test-'))
  vi.stubEnv('LAGLINE_CACHE', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('the cache', () => {
  it('makes a folder once', async () => {
    let made = 0
    const make = async (into: string): Promise<void> => {
      made++
      writeFileSync(join(into, 'jar'), 'whole')
    }
    const first = await cached('kafka', make)
    expect(await cached('kafka', make)).toBe(first)
    expect(made).toBe(1)
    expect(readFileSync(join(first, 'jar'), 'utf8')).toBe('whole')
  })

  it('keeps nothing of what broke off', async () => {
    const broken = cached('kafka', async (into) => {
      writeFileSync(join(into, 'jar'), 'half')
      throw new Error('connection lost')
    })
    await expect(broken).rejects.toThrow('connection lost')
    expect(readdirSync(folder)).toEqual([])
  })

  it('lets two makers finish, and keeps one', async () => {
    const make = async (into: string): Promise<void> => {
      writeFileSync(join(into, 'jar'), 'whole')
    }
    const [one, other] = await Promise.all([cached('kafka', make), cached('kafka', make)])
    expect(one).toBe(other)
    expect(readdirSync(folder)).toEqual(['kafka'])
  })

  it('is where the user’s caches are', () => {
    vi.stubEnv('LAGLINE_CACHE', '')
    vi.stubEnv('XDG_CACHE_HOME', '/caches')
    expect(cacheFolder()).toBe(join('/caches', 'lagline'))
  })
})
