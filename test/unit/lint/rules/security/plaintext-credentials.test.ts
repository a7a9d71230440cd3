import { expect, it } from 'vitest'
import { cases } from '../../cases'
import { handmadeFound } from '../../handmade'
import { found } from '../../linting'

const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a"'

cases('plaintext-credentials', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\nsecurity.protocol=SASL_SSL',
  fires: [
    [`sasl.jaas.config=${plain} password="secret";`, 'sasl.jaas.config'],
    [`sasl.jaas.config=${plain} password=secret;`, 'sasl.jaas.config', { kafkaVersion: '2.0' }],
    [
      'ssl.key.password=a\nssl.keystore.password=b\nssl.truststore.password=c',
      ['ssl.key.password', 'ssl.keystore.password', 'ssl.truststore.password'],
    ],
    [
      'basic.auth.user.info=me:secret\nschema.registry.basic.auth.user.info=me:secret',
      ['basic.auth.user.info', 'schema.registry.basic.auth.user.info'],
    ],
    ['sasl.mechanisms=PLAIN\nsasl.username=me\nsasl.password=secret', 'sasl.password'],
  ],
  silent: [
    `sasl.jaas.config=${plain} password="\${file:/secrets:p}";`,
    'sasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true;',
    'ssl.key.password=${env:KEY_PASSWORD}',
    'ssl.key.password=',
    'ssl.key.password=***',
    'ssl.truststore.location=/etc/passwords',
    'orders.password.policy=strict',
  ],
  says: [
    [
      'ssl.key.password=secret',
      'ssl.key.password holds a password as it is: everybody who reads the file has it.',
      'warning',
    ],
  ],
})

it('reads brokers and frameworks too', () => {
  const broker = ['node.id=1', `listener.name.out.plain.sasl.jaas.config=${plain} password="secret";`]
  expect(found('server.properties', broker)).toEqual(['2:plaintext-credentials'])
  const spring = { role: 'other', lines: ['spring.kafka.jaas.options.password=secret'] } as const
  expect(handmadeFound([spring])).toEqual(['plaintext-credentials spring.kafka.jaas.options.password'])
})
