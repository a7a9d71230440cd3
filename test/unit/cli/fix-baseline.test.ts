import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bad, folderOf, misspelled } from './folder'

describe('--fix', () => {
  it('applies safe fixes and reports what is left', () => {
    const folder = folderOf({
      'consumer.properties': `${misspelled}session.timeout.ms=6000\n`,
      'b/consumer.properties': bad,
    })
    const { code, out } = folder.run(['--fix', '.'])
    expect(folder.read('consumer.properties')).toBe(
      'bootstrap.servers=k:9092\nheartbeat.interval.ms=3000\nsession.timeout.ms=6000\n',
    )
    // What the fix brings to light is told.
    expect(out.split('\n').map((line) => line.split(' ')[2])).toEqual([
      'heartbeat-above-third-of-session',
      'heartbeat-above-third-of-session',
      undefined,
    ])
    expect([code, folder.read('b/consumer.properties')]).toEqual([1, bad])
    expect(readdirSync(folder.path).sort()).toEqual(['b', 'consumer.properties'])
  })

  it('keeps byte order mark, line ends, encoding, mode and links', () => {
    const crlf = misspelled.replaceAll('\n', '\r\n')
    const folder = folderOf({
      'consumer.properties': `\ufeff${crlf}`,
      'latin.properties': Buffer.from(`client.id=caf\xe9\x85\n${misspelled}`, 'latin1'),
    })
    chmodSync(join(folder.path, 'consumer.properties'), 0o640)
    symlinkSync('consumer.properties', join(folder.path, 'link.properties'))
    expect(folder.run(['--fix', 'link.properties', 'latin.properties'])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    expect(folder.read('consumer.properties')).toBe(`\ufeff${crlf.replace('hearbeat', 'heartbeat')}`)
    expect(statSync(join(folder.path, 'consumer.properties')).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(folder.path, 'link.properties')).isSymbolicLink()).toBe(true)
    const latin = readFileSync(join(folder.path, 'latin.properties')).toString('latin1')
    expect(latin).toBe(`client.id=caf\xe9\x85\n${misspelled.replace('hearbeat', 'heartbeat')}`)
  })

  it('touches no file that does not parse, and none that needs nothing', () => {
    const broken = 'spring:\n  kafka:\n   - [\n  hearbeat.interval.ms: 3000\n'
    const folder = folderOf({ 'application.yml': broken, 'consumer.properties': bad })
    const before = statSync(join(folder.path, 'consumer.properties')).ino
    folder.run(['--fix', '.'])
    expect(folder.read('application.yml')).toBe(broken)
    expect(statSync(join(folder.path, 'consumer.properties')).ino).toBe(before)
  })
})

describe('--baseline', () => {
  const argv = ['--baseline', 'ci/baseline.json', '.']

  it('holds what is put up with, wherever its line moves', () => {
    const folder = folderOf({ 'consumer.properties': bad, 'b/consumer.properties': bad, 'ci/.keep': '' })
    expect(folder.run(argv)).toEqual({
      code: 2,
      out: '',
      err: 'lagline: ci/baseline.json cannot be read: there is no such file. --update-baseline writes a new one.\n',
    })
    expect(folder.run(['--update-baseline', ...argv])).toEqual({ code: 0, out: '', err: '' })
    const written = folder.read('ci/baseline.json')
    expect(JSON.parse(written)).toMatchObject({
      version: 1,
      findings: [
        { file: '../b/consumer.properties', rule: 'heartbeat-above-third-of-session', count: 1 },
        { file: '../consumer.properties', key: 'heartbeat.interval.ms', count: 1 },
      ],
    })
    expect(folder.run(argv)).toEqual({ code: 0, out: '', err: '' })
    folder.write({ 'consumer.properties': `# new\n\n${bad.replace('heartbeat', '  heartbeat')}` })
    expect(folder.run(argv)).toEqual({ code: 0, out: '', err: '' })
    folder.write({ 'consumer.properties': bad.replace('=5000', '=4000') })
    expect(folder.run(argv)).toMatchObject({ code: 1 })
    folder.write({ 'consumer.properties': `${bad}client.id=a\nclient.id=a\n` })
    expect(folder.run(argv).out.trim().split('\n')).toHaveLength(1)
  })

  it('keeps what it says of files that were not looked at, while they are there', () => {
    const folder = folderOf({ 'a.properties': bad, 'b.properties': bad })
    folder.run(['--baseline', 'x.json', '--update-baseline', '.'])
    const both = folder.read('x.json')
    folder.run(['--baseline', 'x.json', '--update-baseline', 'a.properties'])
    expect(folder.read('x.json')).toBe(both)
    folder.write({ 'a.properties': bad.replace('5000', '3000') })
    folder.run(['--baseline', 'x.json', '--update-baseline', 'a.properties'])
    expect((JSON.parse(folder.read('x.json')) as { findings: unknown[] }).findings).toHaveLength(1)
  })

  it.each([
    ['{', 'x.json is not JSON: '],
    ['{}', 'x.json is no baseline: write a new one with --update-baseline.'],
    ['{"version": 1, "findings": [{"file": 1}]}', 'x.json: findings[0] is no finding: '],
    ['{"version": 1, "findings": [null]}', 'x.json: findings[0] is no finding: '],
  ])('%s is none', (content, sentence) => {
    const folder = folderOf({ 'a.properties': bad, 'x.json': content })
    const { code, out, err } = folder.run(['--baseline', 'x.json', 'a.properties'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`lagline: ${sentence}`)
  })
})
