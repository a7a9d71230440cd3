import { expect, it } from 'vitest'
import { stillThere } from '../../../src/editor/lint/still-there'
import { createLinter } from '../../../src/lint/index'

const linter = createLinter()

function findings(...lines: string[]) {
  const text = ['bootstrap.servers=kafka:9092', 'group.id=orders', ...lines].join('\n')
  return linter.lint({ fileName: 'consumer.properties', languageId: 'properties', text })
}

it('keeps what was shown, at its new place, and leaves out what is new', () => {
  const shown = findings('max.poll.records=0')
  const found = findings('client.id=a', 'max.poll.records=-1', 'fetch.min.bytes=-1')
  expect(found).toHaveLength(2)
  expect(stillThere(shown, found)).toEqual(found.filter(({ key }) => key === 'max.poll.records'))
})

it('keeps as many of one kind as there were, and none that is gone', () => {
  const once = findings('client.id=a', 'client.id=b')
  const twice = findings('client.id=a', 'client.id=b', 'client.id=c')
  expect(twice).toHaveLength(2)
  expect(stillThere(once, twice)).toHaveLength(1)
  expect(stillThere(once, findings('client.id=a'))).toEqual([])
})
