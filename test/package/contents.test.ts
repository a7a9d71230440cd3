import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { vsixPath } from '../support/built'
import { repositoryRoot } from '../support/root'
import { zipNames } from '../support/zip'

it('ships the files of the list, and no other', () => {
  const list = readFileSync(join(repositoryRoot(), 'test', 'package', 'contents.txt'), 'utf8')
  expect(zipNames(readFileSync(vsixPath())).sort()).toEqual(list.trimEnd().split('\n').sort())
})
