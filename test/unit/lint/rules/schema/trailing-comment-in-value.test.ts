import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { applied, consumer, findings } from '../../linting'

const id = 'trailing-comment-in-value'

cases(id, {
  file: 'consumer.properties',
  fires: [
    ['session.timeout.ms=45000 # 45 s', 'session.timeout.ms'],
    ['session.timeout.ms=45000\t// 45 s', 'session.timeout.ms'],
    ['enable.auto.commit=false   # we commit', 'enable.auto.commit'],
  ],
  silent: [
    'session.timeout.ms=45000',
    'session.timeout.ms=45000#x',
    'session.timeout.ms=45s # 45 s',
    'client.id=orders # 1',
    'session.timeout.ms=${S} # 45 s',
    // Not a setting of a consumer, so nobody reads it as a number.
    'orders.threads=8 # eight',
  ],
  says: [
    [
      'session.timeout.ms=45000 # 45 s',
      'session.timeout.ms is "45000 # 45 s": here a comment starts only at the start of a line, so "# 45 s" is part of the value and Kafka refuses this configuration.',
      'error',
    ],
  ],
  fixes: [['session.timeout.ms=45000 # 45 s', ['Move the comment above']]],
})

it('moves the comment to a line of its own, with the line end of the file', () => {
  for (const end of ['\n', '\r\n']) {
    const text = consumer(['session.timeout.ms=45000 // 45 s', 'client.id=a']).replaceAll('\n', end)
    const [finding] = findings('consumer.properties', text)
    expect(finding?.fixes[0]).toMatchObject({ safe: true, preferred: true })
    expect(applied(text, finding?.fixes[0])).toBe(
      consumer(['# 45 s', 'session.timeout.ms=45000', 'client.id=a']).replaceAll('\n', end),
    )
  }
})
