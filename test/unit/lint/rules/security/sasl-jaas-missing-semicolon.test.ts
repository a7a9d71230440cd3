import { cases } from '../../cases'

const module = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a"'

cases('sasl-jaas-missing-semicolon', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\nsecurity.protocol=SASL_SSL',
  fires: [
    [`sasl.jaas.config=${module} password="\${env:P}"`, 'sasl.jaas.config'],
    [`sasl.jaas.config=${module}`, 'sasl.jaas.config', { kafkaVersion: '2.0' }],
  ],
  silent: [
    `sasl.jaas.config=${module} password="\${env:P}";`,
    `sasl.jaas.config=${module}; `,
    'sasl.jaas.config=${JAAS}',
    `sasl.jaas.config=${module} \${OPTIONS}`,
    'sasl.jaas.config=',
  ],
  says: [
    [
      `sasl.jaas.config=${module}`,
      'sasl.jaas.config does not end with a semicolon: the client refuses to start.',
      'error',
    ],
  ],
  fixes: [['sasl.jaas.config=a.B required', ['Set sasl.jaas.config to a.B required;']]],
})
