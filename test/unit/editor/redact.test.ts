import { expect, it } from 'vitest'
import { redact } from '../../../src/editor/redact'

it.each([
  ['sasl.password=hunter2', 'sasl.password=[redacted]'],
  ['{"ssl.key.password": "a b c", "x": 1}', '{"ssl.key.password": [redacted], "x": 1}'],
  ['token: abc, next', 'token: [redacted], next'],
  ['sasl.jaas.config="module required user=\'x\'"', 'sasl.jaas.config=[redacted]'],
  ['https://me:pw@host/path', 'https://me:[redacted]@host/path'],
  ['-----BEGIN EC PRIVATE KEY-----\nMII\n-----END EC PRIVATE KEY----- end', '[redacted] end'],
  ['group billing: lag 12', 'group billing: lag 12'],
])('keeps secrets out of %j', (line, safe) => {
  expect(redact(line)).toBe(safe)
})

it('hides what it was told is a secret, whatever it looks like', () => {
  expect(redact('sent opensesame to 10.0.0.7', ['opensesame'])).toBe('sent [redacted] to 10.0.0.7')
  expect(redact('a is short', ['a'])).toBe('a is short')
})
