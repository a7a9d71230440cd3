import { describe, expect, it } from 'vitest'
import { createLinter } from '../../../src/lint/engine'

const linter = createLinter()

function named(fileName: string, lines: readonly string[]): string[] {
  const text = lines.join('\n')
  return linter
    .groups({ fileName, text })
    .map(({ group, range }) => `${text.slice(range.start, range.end)} → ${group}`)
}

describe('the groups that a file names', () => {
  it('are the group ids of its consumers', () => {
    const lines = [
      'bootstrap.servers=localhost:9092',
      'group.id = orders-billing ',
      'auto.offset.reset=latest',
    ]
    expect(named('consumer.properties', lines)).toEqual(['group.id → orders-billing'])
  })

  it('are the one that holds, where one is set twice', () => {
    const lines = ['bootstrap.servers=localhost:9092', 'group.id=one', 'group.id=two']
    const text = lines.join('\n')
    expect(linter.groups({ fileName: 'consumer.properties', text })).toEqual([
      { group: 'two', range: { start: text.lastIndexOf('group'), end: text.lastIndexOf('=') } },
    ])
  })

  it('of Kafka Streams are its application id', () => {
    const lines = [
      'application.id=totals',
      'bootstrap.servers=localhost:9092',
      'processing.guarantee=exactly_once_v2',
    ]
    expect(named('streams.properties', lines)).toEqual(['application.id → totals'])
  })

  it.each([
    ['put in elsewhere', 'consumer.properties', ['bootstrap.servers=a:9092', 'group.id=${GROUP}']],
    ['empty', 'consumer.properties', ['bootstrap.servers=a:9092', 'group.id=']],
    [
      'of the workers of Connect',
      'connect-distributed.properties',
      ['bootstrap.servers=a:9092', 'group.id=workers', 'offset.storage.topic=o'],
    ],
    ['not Kafka\u2019s', 'app.properties', ['artifact.group.id=com.example']],
  ])('are none where it is %s', (_name, fileName, lines) => {
    expect(named(fileName, lines)).toEqual([])
  })
})
