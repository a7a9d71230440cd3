import { cases } from '../../cases'

const security = 'org.apache.kafka.common.security'
const plain = `${security}.plain.PlainLoginModule required username="a" password="\${env:P}";`
const scram = `${security}.scram.ScramLoginModule required username="a" password="\${env:P}";`

cases('sasl-jaas-mechanism-mismatch', {
  file: 'consumer.properties',
  head: 'bootstrap.servers=kafka-1:9092,kafka-2:9092\nsecurity.protocol=SASL_SSL',
  fires: [
    [`sasl.mechanism=PLAIN\nsasl.jaas.config=${scram}`, 'sasl.jaas.config'],
    [`sasl.jaas.config=${plain}\nsasl.mechanism=SCRAM-SHA-256`, 'sasl.jaas.config', { kafkaVersion: '2.0' }],
  ],
  silent: [
    `sasl.mechanism=PLAIN\nsasl.jaas.config=${plain}`,
    `sasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=${scram}`,
    'sasl.mechanism=PLAIN\nsasl.jaas.config=com.example.Login required;',
    `sasl.mechanism=\${M}\nsasl.jaas.config=${scram}`,
    'sasl.mechanism=PLAIN\nsasl.jaas.config=${JAAS}',
    `sasl.jaas.config=${plain}`,
  ],
  says: [
    [
      `sasl.mechanism=PLAIN\nsasl.jaas.config=${scram}`,
      'sasl.jaas.config has ScramLoginModule, but sasl.mechanism is PLAIN: the login fails.',
      'error',
    ],
  ],
  fixes: [[`sasl.mechanism=PLAIN\nsasl.jaas.config=${scram}`, ['Set sasl.mechanism to SCRAM-SHA-512']]],
})
