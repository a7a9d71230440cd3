import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bad, folderOf, misspelled, type Folder } from './folder'

function filesOf(folder: Folder, ...argv: string[]): string[] {
  return folder
    .run(argv)
    .out.split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(0, line.indexOf(':')))
}

it('finds what can be linted in a folder, and leaves other things alone', () => {
  const folder = folderOf({
    'b/consumer.properties': bad,
    'a.properties': bad,
    'node_modules/x/consumer.properties': bad,
    'b/node_modules/consumer.properties': bad,
    '.git/consumer.properties': bad,
    'b/.hidden/consumer.properties': bad,
    'notes.txt': bad,
    'huge.properties': bad + '#'.repeat(1024 * 1024),
  })
  symlinkSync(join(folder.path, 'a.properties'), join(folder.path, 'linked.properties'))
  symlinkSync(folder.path, join(folder.path, 'b', 'loop.properties'))
  symlinkSync(join(folder.path, 'gone'), join(folder.path, 'dangling.properties'))
  const all = ['a.properties', 'b/.hidden/consumer.properties', 'b/consumer.properties', 'linked.properties']
  expect(filesOf(folder, '.')).toEqual(all)
  expect(filesOf(folder, './b', 'b', '.')).toEqual(all)
  expect(folder.run(['b'], '.').err).toBe('')
  mkdirSync(join(folder.path, 'empty'))
  expect(folder.run(['empty'])).toEqual({ code: 0, out: '', err: '' })
})

it('takes globs, and says where one matches nothing', () => {
  const folder = folderOf({
    'a/x.properties': bad,
    'a/b/y.properties': bad,
    'z.conf': bad,
    'odd[1].properties': bad,
  })
  expect(filesOf(folder, '**/*.properties')).toEqual([
    'a/b/y.properties',
    'a/x.properties',
    'odd[1].properties',
  ])
  expect(filesOf(folder, 'a/*.properties', '*.conf')).toEqual(['a/x.properties', 'z.conf'])
  expect(filesOf(folder, 'odd[1].properties')).toEqual(['odd[1].properties'])
  expect(folder.run(['c/*.yml', 'a/*.nothing', 'z.conf'])).toMatchObject({
    code: 2,
    err: 'lagline: c/*.yml matches no file.\nlagline: a/*.nothing matches no file.\n',
  })
})

it('says what it leaves out where it was named', () => {
  const folder = folderOf({ 'huge.properties': bad + '#'.repeat(1024 * 1024) })
  expect(folder.run(['huge.properties'])).toEqual({
    code: 0,
    out: '',
    err: 'lagline: huge.properties is larger than 1 MiB and was left out.\n',
  })
})

it('judges all files of a run together', () => {
  const folder = folderOf({ 'a/consumer.properties': misspelled, 'b/consumer.properties': misspelled })
  expect(filesOf(folder, 'a', 'b')).toHaveLength(2)
})
