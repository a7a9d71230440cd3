import { describe, expect, it } from 'vitest'
import { applyEdits, createLinter, type Completion } from '../../../src/lint/index'
import { codeReaders } from '../../../src/lint/readers/code/index'

const linter = createLinter(codeReaders)

/** A language with a place for one line among a client's settings. */
interface Place {
  readonly fileName: string
  readonly languageId: string
  readonly around: (line: string) => string
}

function offered({ fileName, languageId, around }: Place, line: string): Completion[] {
  const marked = around(line)
  const text = marked.replace('|', '')
  return linter.complete({ fileName, languageId, text }, marked.indexOf('|'))
}

function labels(place: Place, line: string): string[] {
  return offered(place, line).map(({ label }) => label)
}

/** What becomes of the line when `label` is chosen at `|`. */
function chosen(place: Place, line: string, label: string): string {
  const found = offered(place, line).find((item) => item.label === label)
  if (found === undefined) return `${label} is not offered`
  const text = applyEdits(place.around(line).replace('|', ''), [found.edit])
  const [before = '', after = ''] = place.around('@@').split('@@')
  expect(text.startsWith(before) && text.endsWith(after)).toBe(true)
  return text.slice(before.length, text.length - after.length)
}

/** Every line begun in `lines` becomes the text beside it. */
function expectAll(place: Place, label: string, lines: Readonly<Record<string, string>>): void {
  for (const [line, result] of Object.entries(lines)) expect(chosen(place, line, label)).toBe(result)
}

const java: Place = {
  fileName: 'A.java',
  languageId: 'java',
  around: (line) =>
    'import java.util.Properties;\nimport org.apache.kafka.clients.consumer.ConsumerConfig;\n' +
    'import org.apache.kafka.clients.consumer.KafkaConsumer;\n\nclass A {\n  Object make() {\n' +
    `    Properties p = new Properties();\n    p.put(ConsumerConfig.GROUP_ID_CONFIG, "g");\n    ${line}\n` +
    '    return new KafkaConsumer<String, String>(p);\n  }\n}\n',
}
const kotlin: Place = {
  fileName: 'A.kt',
  languageId: 'kotlin',
  around: (line) =>
    'import org.apache.kafka.clients.consumer.ConsumerConfig\nimport org.apache.kafka.clients.consumer.KafkaConsumer\n\n' +
    `fun make(): Any {\n  val p = Properties()\n  p[ConsumerConfig.GROUP_ID_CONFIG] = "g"\n  ${line}\n` +
    '  return KafkaConsumer<String, String>(p)\n}\n',
}
const scala: Place = {
  fileName: 'A.scala',
  languageId: 'scala',
  around: (line) =>
    'import org.apache.kafka.clients.consumer.{ConsumerConfig, KafkaConsumer}\n\nobject A {\n' +
    `  val p = Map(ConsumerConfig.GROUP_ID_CONFIG -> "g", ${line})\n}\n`,
}
const kafkajs: Place = {
  fileName: 'a.ts',
  languageId: 'typescript',
  around: (line) =>
    "import { Kafka } from 'kafkajs'\nconst kafka = new Kafka({ brokers: ['b:1'] })\n" +
    `const consumer = kafka.consumer({\n  groupId: 'g',\n  ${line}\n})\n`,
}
const kafkaPython: Place = {
  fileName: 'a.py',
  languageId: 'python',
  around: (line) => `from kafka import KafkaConsumer\nc = KafkaConsumer(\n    'orders',\n    ${line}\n)\n`,
}
const confluentPython: Place = {
  fileName: 'a.py',
  languageId: 'python',
  around: (line) =>
    `from confluent_kafka import Consumer\nc = Consumer({\n    'bootstrap.servers': 'b:1',\n    ${line}\n})\n`,
}
const csharp: Place = {
  fileName: 'a.cs',
  languageId: 'csharp',
  around: (line) =>
    `using Confluent.Kafka;\nvar config = new ConsumerConfig\n{\n    BootstrapServers = "b:1",\n    ${line}\n};\n`,
}
const inFunction = (path: string, lines: string): string =>
  `package main\n\nimport "${path}"\n\nfunc main() {\n${lines}}\n`
const sarama: Place = {
  fileName: 'a.go',
  languageId: 'go',
  around: (line) =>
    inFunction(
      'github.com/IBM/sarama',
      `\tconfig := sarama.NewConfig()\n\tconfig.ClientID = "a"\n\t${line}\n\tsarama.NewConsumerGroup(nil, "g", config)\n`,
    ),
}
const franz: Place = {
  fileName: 'a.go',
  languageId: 'go',
  around: (line) =>
    inFunction(
      'github.com/twmb/franz-go/pkg/kgo',
      `\tcl, err := kgo.NewClient(\n\t\tkgo.SeedBrokers("b:1"),\n\t\t${line}\n\t)\n`,
    ),
}
const segmentio: Place = {
  fileName: 'a.go',
  languageId: 'go',
  around: (line) =>
    inFunction(
      'github.com/segmentio/kafka-go',
      `\tr := kafka.NewReader(kafka.ReaderConfig{\n\t\tGroupID: "g",\n\t\t${line}\n\t})\n`,
    ),
}
const confluentGo: Place = {
  fileName: 'a.go',
  languageId: 'go',
  around: (line) =>
    inFunction(
      'github.com/confluentinc/confluent-kafka-go/v2/kafka',
      `\tc, err := kafka.NewConsumer(&kafka.ConfigMap{\n\t\t"bootstrap.servers": "b:1",\n\t\t${line}\n\t})\n`,
    ),
}
const rust: Place = {
  fileName: 'a.rs',
  languageId: 'rust',
  around: (line) =>
    'use rdkafka::config::ClientConfig;\n\nfn main() {\n    let c = ClientConfig::new()\n' +
    `        .set("bootstrap.servers", "b:1")\n        ${line}\n        .create();\n}\n`,
}

describe('completion of constants', () => {
  it('follows the class, whatever of the call is written', () => {
    expectAll(java, 'SESSION_TIMEOUT_MS_CONFIG', {
      'p.put(ConsumerConfig.|, "1");': 'p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "1");',
      'p.put(ConsumerConfig.SES|);': 'p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);',
      'p.put(ConsumerConfig.SES|)': 'p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)',
      'p.put(ConsumerConfig.|': 'p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG',
      'p.put(|);': 'p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);',
      'p.put(Con|, "1");': 'p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "1");',
    })
    expectAll(kotlin, 'SESSION_TIMEOUT_MS_CONFIG', {
      'p[ConsumerConfig.|]': 'p[ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG]',
      'p[ConsumerConfig.SES|] = "1"': 'p[ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG] = "1"',
      'p.put(ConsumerConfig.|)': 'p.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)',
    })
    expectAll(scala, 'SESSION_TIMEOUT_MS_CONFIG', {
      'ConsumerConfig.|': 'ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG',
      'ConsumerConfig.| -> "1"': 'ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG -> "1"',
    })
  })

  it('names the key beside the constant, and offers none that is set', () => {
    const found = offered(java, 'p.put(ConsumerConfig.|);')
    expect(found.find(({ label }) => label === 'KEY_DESERIALIZER_CLASS_CONFIG')?.kafka).toBe(
      'key.deserializer',
    )
    expect(found.map(({ label }) => label)).not.toContain('GROUP_ID_CONFIG')
    expect(found.map(({ label }) => label)).not.toContain('LINGER_MS_CONFIG')
  })

  it('offers nothing where no key belongs', () => {
    for (const line of ['String s = ConsumerConfig.|;', 'String s = "ses|";', '// p.put("ses|'])
      expect(labels(java, line)).toEqual([])
  })
})

describe('completion of keys in strings', () => {
  it('finishes what is begun and closes what is open', () => {
    expectAll(java, 'session.timeout.ms', {
      'p.put("ses|", "1");': 'p.put("session.timeout.ms", "1");',
      'p.put("|");': 'p.put("session.timeout.ms");',
      'p.put("ses|': 'p.put("session.timeout.ms"',
    })
    expectAll(kotlin, 'session.timeout.ms', {
      'p["ses|"]': 'p["session.timeout.ms"]',
      'val m = mapOf(ConsumerConfig.GROUP_ID_CONFIG to "g", "ses|")':
        'val m = mapOf(ConsumerConfig.GROUP_ID_CONFIG to "g", "session.timeout.ms")',
    })
    expectAll(confluentPython, 'session.timeout.ms', {
      "'ses|'": "'session.timeout.ms'",
      "'ses|": "'session.timeout.ms': ",
      'ses|': "'session.timeout.ms': ",
    })
    expectAll(confluentGo, 'session.timeout.ms', {
      '"ses|",': '"session.timeout.ms",',
      '"ses|': '"session.timeout.ms": ',
      '"ses|": 1,': '"session.timeout.ms": 1,',
    })
    expectAll(rust, 'session.timeout.ms', {
      '.set("ses|", "1")': '.set("session.timeout.ms", "1")',
      '.set("ses|")': '.set("session.timeout.ms")',
    })
  })
})

describe('completion of names of a client’s own', () => {
  it('offers properties of objects, arguments with a name, and fields', () => {
    expectAll(kafkajs, 'sessionTimeout', {
      'ses|': 'sessionTimeout: ',
      '|': 'sessionTimeout: ',
      'ses|: 1,': 'sessionTimeout: 1,',
    })
    expectAll(kafkaPython, 'session_timeout_ms', {
      'ses|': 'session_timeout_ms=',
      '|': 'session_timeout_ms=',
      'ses|=1,': 'session_timeout_ms=1,',
    })
    expectAll(csharp, 'SessionTimeoutMs', {
      'Ses|': 'SessionTimeoutMs = ',
      'Ses| = 1,': 'SessionTimeoutMs = 1,',
    })
    expectAll(segmentio, 'SessionTimeout', { 'Ses|': 'SessionTimeout: ', 'Ses|: 1,': 'SessionTimeout: 1,' })
    expectAll(franz, 'SessionTimeout', {
      'kgo.|': 'kgo.SessionTimeout',
      'kgo.Ses|(1),': 'kgo.SessionTimeout(1),',
    })
    expectAll(sarama, 'Consumer.Group.Session.Timeout', {
      'config.|': 'config.Consumer.Group.Session.Timeout = ',
      'config.Consumer.Group.Ses|': 'config.Consumer.Group.Session.Timeout = ',
      'config.Consumer.Group.Ses| = 1': 'config.Consumer.Group.Session.Timeout = 1',
    })
  })

  it('tells an object that is made from the statements of a function', () => {
    const made = (line: string): string =>
      `using Confluent.Kafka;\nclass A {\n  void B() {\n    ConsumerConfig c = new() {\n      ${line}\n    };\n  }\n}\n`
    expect(chosen({ ...csharp, around: made }, 'Ses|', 'SessionTimeoutMs')).toBe('SessionTimeoutMs = ')
    const inBody = (line: string): string => `${kafkajs.around('')}function b() {\n  ${line}\n}\n`
    expect(labels({ ...kafkajs, around: inBody }, 'ses|')).toEqual([])
  })

  it('offers what the client’s role has a use for', () => {
    const found = labels(kafkajs, '|')
    expect(found).toContain('heartbeatInterval')
    for (const other of ['groupId', 'acks', 'idempotent', 'autoCommit']) expect(found).not.toContain(other)
    expect(labels(csharp, '|')).not.toContain('LingerMs')
  })

  it('offers values as the client writes them', () => {
    expect(chosen(csharp, 'AutoOffsetReset = |', 'AutoOffsetReset.Earliest')).toBe(
      'AutoOffsetReset = AutoOffsetReset.Earliest',
    )
    expect(labels(csharp, 'AutoOffsetReset = |')).toEqual([
      'AutoOffsetReset.Latest',
      'AutoOffsetReset.Earliest',
      'AutoOffsetReset.Error',
    ])
    expect(labels(csharp, 'SecurityProtocol = |')).toContain('SecurityProtocol.SaslSsl')
    expect(labels(csharp, 'PartitionAssignmentStrategy = |')).toEqual([
      'PartitionAssignmentStrategy.Range',
      'PartitionAssignmentStrategy.RoundRobin',
      'PartitionAssignmentStrategy.CooperativeSticky',
    ])
    expect(labels(kafkaPython, "security_protocol='|'")).toEqual([
      'PLAINTEXT',
      'SSL',
      'SASL_PLAINTEXT',
      'SASL_SSL',
    ])
    expect(chosen(kafkajs, 'readUncommitted: |', 'true')).toBe('readUncommitted: true')
    expect(offered(kafkajs, 'readUncommitted: |').map(({ kafka }) => kafka)).toContain('read_uncommitted')
    expect(chosen(java, 'p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "|");', 'earliest')).toBe(
      'p.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");',
    )
  })
})
