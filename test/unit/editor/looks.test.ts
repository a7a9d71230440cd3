import { expect, it } from 'vitest'
import {
  CODE_LANGUAGES,
  MAX_LENGTH,
  mayConcernKafka,
  mayConcernKafkaCode,
} from '../../../src/editor/lint/looks'
import { codeLanguageIds, looksLikeKafka } from '../../../src/lint/readers/code-looks'
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
    expect(mayConcernKafkaCode(text), text).toBe(true)
  }
  expect(mayConcernKafkaCode('class Order { Map<String, String> map; }')).toBe(false)
})
