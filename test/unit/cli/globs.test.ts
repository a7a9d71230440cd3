import { describe, expect, it } from 'vitest'
import { isGlob, matcherOf, splitGlob } from '../../../src/cli/globs'

describe('a glob on the command line', () => {
  it.each<[string, string, string[], string[]]>([
    [
      '*.properties',
      '.',
      ['a.properties', '-.properties'],
      ['a/b.properties', '.a.properties', 'a.propertiesx'],
    ],
    ['**/*.yml', '.', ['a.yml', 'a/b.yml', 'a/b/c.yml'], ['.git/a.yml', 'a/.b.yml', 'ayml', 'a.yml/b']],
    ['deploy/**', 'deploy', ['a', 'a/b.yml'], ['.a', 'a/.b/c']],
    ['/etc/kafka/*', '/etc/kafka', ['a'], ['a/b', '']],
    ['/*', '/', ['etc'], ['a/b']],
    ['a?c', '.', ['abc', 'a.c'], ['ac', 'a/c', 'abbc']],
    ['{a,b/c}/x.{yml,yaml}', '.', ['a/x.yml', 'b/c/x.yaml'], ['b/x.yml', 'a/x.', 'a/x.yml,yaml']],
    ['[ab]-[0-9][!0-9].x', '.', ['a-1z.x', 'b-9-.x'], ['c-1z.x', 'a-11.x', 'a-1/.x']],
    ['[z-a]?', '.', [], ['zz', 'a']],
    ['a(b+c)|$*', '.', ['a(b+c)|$', 'a(b+c)|$1'], ['abc', 'abbc']],
    ['a\\*b?', '.', ['a*bc'], ['axbc']],
  ])('%s', (glob, base, yes, no) => {
    expect(isGlob(glob)).toBe(true)
    const split = splitGlob(glob)
    expect(split.base).toBe(base)
    expect([...yes, ...no].filter((path) => split.matches(path))).toEqual(yes)
  })

  it.each(['a.properties', 'a-b/c.yml', 'a]b', 'a{b}', '[', '(x)'])('%s is none', (name) => {
    expect(isGlob(name)).toBe(false)
  })
})

describe('globs of a configuration', () => {
  it.each<[string, string[], string[]]>([
    ['vendor', ['vendor', 'vendor/a', 'x/vendor/a/b'], ['vendors', 'a.vendor']],
    ['vendor/', ['vendor/a', 'x/vendor/a'], ['vendors']],
    ['./test/data', ['test/data', 'test/data/a.yml'], ['x/test/data/a']],
    ['/test/*.yml', ['test/a.yml', 'test/.a.yml'], ['x/test/a.yml']],
    ['*.local.properties', ['a.local.properties', 'x/.local.properties'], ['a.properties']],
  ])('%s', (glob, yes, no) => {
    const matches = matcherOf(['nothing/here', glob])
    expect([...yes, ...no].filter((path) => matches(path))).toEqual(yes)
  })

  it('mean nothing where there are none', () => {
    expect(matcherOf([])('a')).toBe(false)
  })
})
