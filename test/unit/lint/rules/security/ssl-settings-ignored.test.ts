import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { found } from '../../linting'

cases('ssl-settings-ignored', {
  file: 'consumer.properties',
  fires: [
    ['ssl.truststore.location=/a\nssl.keystore.location=/b', 'ssl.truststore.location'],
    [
      'security.protocol=SASL_PLAINTEXT\nssl.keystore.location=/b',
      'ssl.keystore.location',
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'security.protocol=SSL\nssl.truststore.location=/a',
    'security.protocol=SASL_SSL\nssl.truststore.location=/a',
    'security.protocol=${P}\nssl.truststore.location=/a',
    'ssl.protocol=TLSv1.3',
    'sasl.mechanisms=PLAIN\nssl.keystore.location=/a\nsecurity.protocol=sasl_ssl',
  ],
  says: [
    [
      'ssl.truststore.location=/a',
      'ssl.truststore.location has no effect: security.protocol is PLAINTEXT, so the connection is not encrypted.',
      'info',
    ],
  ],
  fixes: [
    ['security.protocol=SASL_PLAINTEXT\nssl.keystore.location=/b', ['Set security.protocol to SASL_SSL']],
  ],
})

it('leaves brokers and fragments alone', () => {
  const store = 'ssl.keystore.location=/a'
  expect(found('server.properties', ['node.id=1', store])).toEqual([])
  expect(found('consumer.properties', ['group.id=a', store])).toEqual([])
})
