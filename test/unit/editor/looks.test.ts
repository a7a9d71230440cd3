import { expect, it } from 'vitest'
import { MAX_LENGTH, mayConcernKafka } from '../../../src/editor/lint/looks'
import { createLinter } from '../../../src/lint/index'
import { tellingWords } from '../../../src/lint/readers/properties/role'

it('misses nothing that the linter would look at', () => {
  const linter = createLinter()
  for (const word of tellingWords) expect(mayConcernKafka('/x/app.properties', `${word}=1`), word).toBe(true)
  for (const role of [
    'consumer',
    'producer',
    'server',
    'broker',
    'controller',
    'connect',
    'admin',
    'streams',
  ]) {
    const name = `/x/my-${role}.properties`
    expect(linter.mayBeKafka(name, 'properties', ''), role).toBe(true)
    expect(mayConcernKafka(name, ''), role).toBe(true)
  }
})

it('spares loading the linter for everybody else', () => {
  expect(mayConcernKafka('C:\\kafka\\gradle.properties', 'org.gradle.jvmargs=-Xmx1g')).toBe(false)
  expect(mayConcernKafka('/consumer/messages.properties', 'hello=Hello')).toBe(false)
})

it('does not look at what is longer than any configuration', () => {
  expect(mayConcernKafka('consumer.properties', 'a'.repeat(MAX_LENGTH + 1))).toBe(false)
})
