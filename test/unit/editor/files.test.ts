import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { folderFiles } from '../../../src/editor/files'

let root = ''
let ids = 0
const files = () => folderFiles(join(root, 'changes'), () => `id${(ids += 1)}`)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lagline-files-'))
})
afterEach(() => rm(root, { recursive: true }))

it('has nothing before anything was written', async () => {
  expect(await files().list()).toEqual([])
  expect(await files().read('a.json')).toBeNull()
})

it('keeps texts by name, readable by their owner only', async () => {
  const store = files()
  await store.write('b.json', 'two')
  await store.write('a.json', 'one')
  await store.write('b.json', 'three ⚡')
  expect(await store.list()).toEqual(['a.json', 'b.json'])
  expect(await store.read('b.json')).toBe('three ⚡')
  expect((await stat(join(root, 'changes', 'b.json'))).mode & 0o777).toBe(0o600)
  await store.remove('a.json')
  await store.remove('a.json')
  expect(await store.list()).toEqual(['b.json'])
})

it('leaves the old text and no rubbish where writing fails', async () => {
  const store = files()
  await mkdir(join(root, 'changes', 'a.json'), { recursive: true })
  await writeFile(join(root, 'changes', 'a.json', 'inside'), '')
  await expect(store.write('a.json', 'x')).rejects.toThrow()
  expect(await readdir(join(root, 'changes'))).toEqual(['a.json'])
})

it('does not count a file that was never finished', async () => {
  const store = files()
  await store.write('a.json', 'one')
  await writeFile(join(root, 'changes', 'a.json.id9.part'), 'half')
  expect(await store.list()).toEqual(['a.json'])
})

it.each(['', '../a', 'b/c', 'a.part'])('refuses the name “%s”', async (name) => {
  await expect(files().write(name, 'x')).rejects.toThrow('not a name')
})
