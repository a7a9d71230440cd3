import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

cases('sasl-settings-ignored', {
  file: 'consumer.properties',
  fires: [
    ['sasl.mechanism=PLAIN', 'sasl.mechanism'],
    [
      'security.protocol=SSL\nsasl.jaas.config=${JAAS}\nsasl.mechanism=PLAIN',
      'sasl.mechanism',
      { kafkaVersion: '2.0' },
    ],
    ['security.protocol=PLAINTEXT\nsasl.jaas.config=${JAAS}', 'sasl.jaas.config'],
    ['sasl.mechanisms=PLAIN', 'sasl.mechanisms'],
  ],
  silent: [
    'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN',
    'security.protocol=${P}\nsasl.mechanism=PLAIN',
    'security.protocol=sasl_ssl\nsasl.mechanisms=PLAIN',
    'client.id=a',
  ],
  says: [
    [
      'security.protocol=SSL\nsasl.mechanism=PLAIN',
      'sasl.mechanism has no effect: security.protocol is SSL, so the client does not log in.',
      'warning',
    ],
  ],
  fixes: [['sasl.mechanism=PLAIN', ['Add security.protocol=SASL_SSL']]],
})

it('does not miss the protocol in a fragment', () => {
  expect(found('consumer.properties', ['group.id=a', 'sasl.mechanism=PLAIN'])).toEqual([])
})
