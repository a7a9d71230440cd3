import { expect, it } from 'vitest'
import { CODE_LANGUAGES, LANGUAGES, MAX_LENGTH, mayConcernKafka } from '../../../src/editor/lint/looks'
import { codeLanguageIds, looksLikeKafka } from '../../../src/lint/readers/code-looks'
import { createLinter } from '../../../src/lint/index'
import { structuredReaders } from '../../../src/lint/readers/structured'
import { tellingWords } from '../../../src/lint/readers/properties/role'

it('misses nothing that the linter would look at', () => {
  const linter = createLinter()
  for (const word of tellingWords)
    expect(mayConcernKafka('/x/app.properties', `${word}=1`, 'properties'), word).toBe(true)
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
    expect(mayConcernKafka(name, '', 'properties'), role).toBe(true)
  }
})

it.each([
  ['yaml', 'a.yml', 'spring:\n  kafka:\n    client-id: a'],
  ['yaml', 'a.yml', 'mp:\n  messaging:\n    incoming: {}'],
  ['dockercompose', 'compose.yml', 'services: { a: { environment: { CONNECT_GROUP_ID: a } } }'],
  ['spring-boot-properties-yaml', 'application.yml', 'spring.kafka.client-id: a'],
  ['spring-boot-properties', 'application.properties', 'spring.kafka.client-id=a'],
  ['quarkus-properties', 'application.properties', 'mp.messaging.incoming.a.group.id=a'],
  ['dotenv', '.env', '# a broker\nexport KAFKA_PROCESS_ROLES=broker'],
  ['json', 'sink.json', '{"connector.class": "a"}'],
])('%s: looks where the linter looks', (languageId, name, text) => {
  const linter = createLinter(structuredReaders)
  expect(LANGUAGES.has(languageId)).toBe(true)
  expect(linter.mayBeKafka(name, languageId, text)).toBe(true)
  expect(mayConcernKafka(name, text, languageId)).toBe(true)
})

it('knows every language that the linter reads', () => {
  for (const language of createLinter(structuredReaders).languages)
    expect(LANGUAGES.has(language), language).toBe(true)
})

it('spares loading the linter for everybody else', () => {
  expect(mayConcernKafka('C:\\kafka\\gradle.properties', 'org.gradle.jvmargs=-Xmx1g', 'properties')).toBe(
    false,
  )
  expect(mayConcernKafka('/kafka/package.json', '{"dependencies": {"kafkajs": "2"}}', 'json')).toBe(false)
  expect(mayConcernKafka('/kafka/server.yml', 'port: 80', 'yaml')).toBe(false)
  expect(mayConcernKafka('/consumer/messages.properties', 'hello=Hello', 'properties')).toBe(false)
})

it('does not look at what is longer than any configuration', () => {
  expect(mayConcernKafka('consumer.properties', 'a'.repeat(MAX_LENGTH + 1), 'properties')).toBe(false)
})

it('knows the programming languages that the linter reads', () => {
  expect([...CODE_LANGUAGES.keys()].sort()).toEqual([...codeLanguageIds].sort())
})

it('misses no code that the linter would look at', () => {
  const samples = [
    ['java', 'props.put(ConsumerConfig.GROUP_ID_CONFIG, 1)'],
    ['java', 'Map.of("bootstrap.servers", "k:1")'],
    ['kotlin', 'mapOf(StreamsConfig.APPLICATION_ID_CONFIG to "a")'],
    ['scala', 'Map("bootstrap.servers" -> "k:1")'],
    ['python', 'from kafka import KafkaConsumer\nKafkaConsumer()'],
    ['python', 'from confluent_kafka import Producer\nProducer(c)'],
    ['javascript', "import { Kafka } from 'kafkajs'\nk.consumer({})"],
    ['javascript', "require('node-rdkafka').Producer"],
    ['go', 'import "github.com/IBM/sarama"\nc.Consumer.MaxWaitTime = 1'],
    ['go', 'import "github.com/twmb/franz-go/pkg/kgo"\nkgo.Rack("a")'],
    ['csharp', 'using Confluent.Kafka; new ConsumerConfig()'],
    ['rust', 'use rdkafka::ClientConfig;'],
  ] as const
  for (const [language, text] of samples) {
    expect(looksLikeKafka(language, text), text).toBe(true)
    expect(mayConcernKafka('a', text, language), text).toBe(true)
  }
  expect(mayConcernKafka('a', 'class Order { Map<String, String> map; }', 'java')).toBe(false)
})
