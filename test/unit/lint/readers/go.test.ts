import { describe, expect, it } from 'vitest'
import { applied, findings, found, say, titles } from '../linting'
import { blocksOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'

const program =
  (...imports: readonly string[]) =>
  (...lines: readonly string[]): string =>
    [
      'package main',
      '',
      `import (${imports.map((path) => `\n\t${path}`).join('')}`,
      '\t"time"',
      ')',
      '',
      'func main() {',
      ...lines.map((line) => `\t${line}`),
      '}',
      '',
    ].join('\n')

describe('sarama', () => {
  const sarama = program('"github.com/IBM/sarama"')
  const config = (...lines: readonly string[]): string => sarama('config := sarama.NewConfig()', ...lines)

  it('reads its fields by Kafka’s names and units', () => {
    const text = config(
      'config.ClientID = "app"',
      'config.Consumer.Group.Session.Timeout = 30 * time.Second',
      'config.Consumer.Group.Heartbeat.Interval = 10000 * time.Millisecond // a third',
      'config.Consumer.Group.Rebalance.Timeout = time.Minute',
      'config.Consumer.Offsets.Initial = sarama.OffsetOldest',
      'config.Consumer.Offsets.AutoCommit.Enable = false',
      'config.Consumer.MaxWaitTime = 500 * time.Duration(time.Millisecond)',
      'config.Producer.RequiredAcks = sarama.WaitForAll',
      'config.Consumer.Fetch.Min = minBytes',
      'config.Consumer.Return.Errors = true',
      'config.Metadata.RefreshFrequency = 5000',
    )
    expect(entriesOf('main.go', text)).toEqual([
      ['client.id', 'app'],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['rebalance.timeout.ms', '60000'],
      ['auto.offset.reset', 'earliest'],
      ['enable.auto.commit', 'false'],
      ['fetch.max.wait.ms', '500'],
      ['acks', 'all'],
      ['fetch.min.bytes', null],
      ['metadata.max.age.ms', '0.005'],
    ])
    expect(found('main.go', text)).toEqual([])
  })

  it('compares with its own defaults', () => {
    const heartbeat = (value: string): string => config(`config.Consumer.Group.Heartbeat.Interval = ${value}`)
    expect(found('main.go', heartbeat('3333 * time.Millisecond'))).toEqual([])
    expect(found('main.go', heartbeat('3334 * time.Millisecond'))).toEqual([`10:${ratio}`])
    const [finding] = findings('main.go', heartbeat('10 * time.Second'))
    expect(finding === undefined ? '' : say(finding.message)).toBe(
      'Consumer.Group.Heartbeat.Interval 10,000 is not below Consumer.Group.Session.Timeout 10,000 (default in sarama): sarama refuses to start.',
    )
    const session = 'config.Consumer.Group.Session.Timeout = 8 * time.Second'
    expect(found('main.go', config(session))).toEqual([`10:${ratio}`])
    expect(found('main.go', config(session, 'config.Consumer.Group.Heartbeat.Interval = beat'))).toEqual([])
    expect(found('main.go', config(session, 'tune(config)'))).toEqual([])
    expect(
      found(
        'main.go',
        config(session, 'if slow {', '\tconfig.Consumer.Group.Heartbeat.Interval = time.Second', '}'),
      ),
    ).toEqual([])
    // A parameter: the rest of it is not in view.
    expect(found('main.go', sarama(session))).toEqual([])
    expect(
      found('main.go', sarama(session, 'config.Consumer.Group.Heartbeat.Interval = 3 * time.Second')),
    ).toEqual([`10:${ratio}`])
  })

  it('is mended in Go', () => {
    const text = config('config.Consumer.Group.Session.Timeout = 6 * time.Second')
    const [finding] = findings('main.go', text)
    expect(titles(finding)).toEqual([
      'Add Consumer.Group.Heartbeat.Interval=2000',
      'Set Consumer.Group.Session.Timeout to 9000',
    ])
    const added = applied(text, finding?.fixes[0])
    expect(added).toContain('6 * time.Second\n\tconfig.Consumer.Group.Heartbeat.Interval = 2 * time.Second\n')
    expect(found('main.go', added)).toEqual([])
    expect(applied(text, finding?.fixes[1])).toContain('Session.Timeout = 9 * time.Second\n')
  })

  it('is no comment and no other struct', () => {
    expect(blocksOf('main.go', config('// config.Consumer.Group.Session.Timeout = time.Second'))).toEqual([])
    expect(blocksOf('main.go', config('s := `config.Consumer.Group.Session.Timeout = time.Second`'))).toEqual(
      [],
    )
    expect(blocksOf('main.go', program('"x/y"')('config.Consumer.Group.Session.Timeout = 1'))).toEqual([])
  })
})

describe('confluent-kafka-go', () => {
  const confluent = program('"github.com/confluentinc/confluent-kafka-go/v2/kafka"')

  it('reads maps of librdkafka’s settings', () => {
    const text = confluent(
      'c, err := kafka.NewConsumer(&kafka.ConfigMap{',
      '\t"bootstrap.servers": "k:9092",',
      '\t"session.timeout.ms": 6000,',
      '\t`enable.auto.commit`: false,',
      '})',
    )
    expect(entriesOf('main.go', text)).toEqual([
      ['bootstrap.servers', 'k:9092'],
      ['session.timeout.ms', '6000'],
      ['enable.auto.commit', 'false'],
    ])
    expect(blocksOf('main.go', text)).toMatchObject([
      { role: 'consumer', dialect: 'librdkafka', complete: true },
    ])
    expect(found('main.go', text)).toEqual([`11:${ratio}`])
    expect(applied(text, findings('main.go', text)[0]?.fixes[0])).toContain(
      '\t\t"session.timeout.ms": 6000,\n\t\t"heartbeat.interval.ms": 2000,\n',
    )
  })

  it('follows a map through its variable', () => {
    const head = ['m := &kafka.ConfigMap{"session.timeout.ms": 6000}']
    expect(found('main.go', confluent(...head, 'm.SetKey("heartbeat.interval.ms", 2000)'))).toEqual([])
    for (const line of ['m.SetKey("heartbeat.interval.ms", 2001)', '(*m)["heartbeat.interval.ms"] = 2001'])
      expect(found('main.go', confluent(...head, line)), line).toEqual([`10:${ratio}`])
  })

  it('renames inside the quotes', () => {
    const text = confluent('m := &kafka.ConfigMap{"sesion.timeout.ms": 6000}')
    expect(applied(text, findings('main.go', text)[0]?.fixes[0])).toContain('{"session.timeout.ms": 6000}')
  })
})

describe('franz-go', () => {
  const franz = program('"github.com/twmb/franz-go/pkg/kgo"')

  it('reads options', () => {
    const text = franz(
      'client, err := kgo.NewClient(',
      '\tkgo.SeedBrokers("a:9092", "b:9092"),',
      '\tkgo.ConsumerGroup("orders"),',
      '\tkgo.SessionTimeout(30*time.Second),',
      '\tkgo.HeartbeatInterval(10*time.Second),',
      '\tkgo.DisableAutoCommit(),',
      '\tkgo.RequiredAcks(kgo.AllISRAcks()),',
      '\tkgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),',
      ')',
    )
    expect(entriesOf('main.go', text)).toEqual([
      ['bootstrap.servers', null],
      ['group.id', 'orders'],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['enable.auto.commit', 'false'],
      ['acks', 'all'],
      ['auto.offset.reset', 'earliest'],
    ])
    expect(found('main.go', text)).toEqual([])
    expect(found('main.go', text.replace('10*', '11*'))).toEqual([`13:${ratio}`])
  })

  it('compares with its own defaults and writes options', () => {
    const client = (...options: readonly string[]): string =>
      franz('c, err := kgo.NewClient(', ...options.map((option) => `\t${option},`), ')')
    expect(found('main.go', client('kgo.HeartbeatInterval(15 * time.Second)'))).toEqual([])
    expect(found('main.go', client('kgo.HeartbeatInterval(15001 * time.Millisecond)'))).toEqual([
      `10:${ratio}`,
    ])
    const text = client('kgo.SessionTimeout(6 * time.Second)')
    const added = applied(text, findings('main.go', text)[0]?.fixes[0])
    expect(added).toContain(
      'kgo.SessionTimeout(6 * time.Second),\n\t\tkgo.HeartbeatInterval(2 * time.Second),\n',
    )
    expect(found('main.go', added)).toEqual([])
    expect(
      found('main.go', franz('kgo.NewClient(append(opts, kgo.SessionTimeout(6 * time.Second))...)')),
    ).toEqual([])
  })

  it('follows a slice of options', () => {
    const slice = ['opts := []kgo.Opt{', '\tkgo.SessionTimeout(6 * time.Second),', '}']
    expect(found('main.go', franz(...slice, 'kgo.NewClient(opts...)'))).toEqual([`10:${ratio}`])
    const grown = ['opts = append(opts, kgo.HeartbeatInterval(time.Second))', 'kgo.NewClient(opts...)']
    expect(found('main.go', franz(...slice, ...grown))).toEqual([])
    expect(found('main.go', franz(...slice, 'kgo.NewClient(more(opts)...)'))).toEqual([])
  })
})

describe('segmentio/kafka-go', () => {
  const segmentio = program('"github.com/segmentio/kafka-go"')

  it('reads the configurations of readers and writers', () => {
    const text = segmentio(
      'r := kafka.NewReader(kafka.ReaderConfig{',
      '\tBrokers: []string{"a:9092", "b:9092"},',
      '\tGroupID: "orders",',
      '\tHeartbeatInterval: 10 * time.Second,',
      '\tStartOffset: kafka.LastOffset,',
      '})',
      'w := &kafka.Writer{RequiredAcks: kafka.RequireAll, BatchTimeout: 10 * time.Millisecond}',
    )
    expect(entriesOf('main.go', text)).toEqual([
      ['bootstrap.servers', 'a:9092,b:9092'],
      ['group.id', 'orders'],
      ['heartbeat.interval.ms', '10000'],
      ['auto.offset.reset', 'latest'],
      ['acks', 'all'],
      ['linger.ms', '10'],
    ])
    expect(blocksOf('main.go', text).map(({ role, dialect }) => [role, dialect])).toEqual([
      ['consumer', 'segmentio'],
      ['producer', 'segmentio'],
    ])
    expect(found('main.go', text)).toEqual([])
    const late = text.replace('10 * time.Second', '10001 * time.Millisecond')
    expect(found('main.go', late)).toEqual([`12:${ratio}`])
    expect(applied(late, findings('main.go', late)[0]?.fixes[1])).toContain(
      '\t\tHeartbeatInterval: 10001 * time.Millisecond,\n\t\tSessionTimeout: 30003 * time.Millisecond,\n',
    )
  })

  it('reads certificates that are not checked', () => {
    const text = segmentio(
      'd := &kafka.Dialer{TLS: &tls.Config{InsecureSkipVerify: true}}',
      'kafka.NewReader(x)',
    )
    expect(entriesOf('main.go', text)).toEqual([['enable.ssl.certificate.verification', 'false']])
  })
})
