import { describe, expect, it } from 'vitest'
import { applied, findings, found } from '../linting'
import { blocksOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'
const main = (...lines: readonly string[]): string =>
  [
    'using Confluent.Kafka;',
    '',
    'class Program',
    '{',
    '    static void Main()',
    '    {',
    ...lines.map((line) => `        ${line}`),
    '    }',
    '}',
    '',
  ].join('\n')
const config = (...properties: readonly string[]): string =>
  main('var config = new ConsumerConfig', '{', ...properties.map((line) => `    ${line}`), '};')

describe('.NET', () => {
  it('reads the properties of configuration classes by librdkafka’s names', () => {
    const text = config(
      'BootstrapServers = "kafka:9092",',
      'GroupId = "orders", // who',
      'SessionTimeoutMs = 30_000,',
      'HeartbeatIntervalMs = 10 * 1000,',
      'AutoOffsetReset = AutoOffsetReset.Earliest,',
      'EnableAutoCommit = false,',
      'SecurityProtocol = SecurityProtocol.SaslSsl,',
      'SaslMechanism = Confluent.Kafka.SaslMechanism.ScramSha256,',
      'IsolationLevel = IsolationLevel.ReadCommitted,',
      'PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,',
      'MaxPollIntervalMs = (int)TimeSpan.FromMinutes(5).TotalMilliseconds,',
      'SslCaLocation = @"C:\\ca ""x"".pem",',
      'ClientId = $"app-{host}",',
      'ConsumeResultFields = "none",',
    )
    expect(entriesOf('Program.cs', text)).toEqual([
      ['bootstrap.servers', 'kafka:9092'],
      ['group.id', 'orders'],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['auto.offset.reset', 'earliest'],
      ['enable.auto.commit', 'false'],
      ['security.protocol', 'SASL_SSL'],
      ['sasl.mechanism', 'SCRAM-SHA-256'],
      ['isolation.level', 'read_committed'],
      ['partition.assignment.strategy', 'cooperative-sticky'],
      ['max.poll.interval.ms', '300000'],
      ['ssl.ca.location', 'C:\\ca "x".pem'],
      ['client.id', null],
    ])
    expect(blocksOf('Program.cs', text)).toMatchObject([
      { role: 'consumer', roleFrom: 'call', dialect: 'librdkafka', complete: false },
    ])
    expect(found('Program.cs', text)).toEqual([])
    expect(found('Program.cs', text.replace('10 * 1000', '10001'))).toEqual([`12:${ratio}`])
  })

  it('compares with the defaults of librdkafka', () => {
    expect(found('Program.cs', config('HeartbeatIntervalMs = 15000'))).toEqual([])
    expect(found('Program.cs', config('HeartbeatIntervalMs = 15001'))).toEqual([`9:${ratio}`])
    expect(found('Program.cs', config('SessionTimeoutMs = 9000'))).toEqual([])
    expect(found('Program.cs', config('SessionTimeoutMs = 8999'))).toEqual([`9:${ratio}`])
  })

  it('follows a variable, with its branches', () => {
    const head = ['ConsumerConfig config = new() { SessionTimeoutMs = 6000 };']
    expect(found('Program.cs', main(...head))).toEqual([`7:${ratio}`])
    expect(found('Program.cs', main(...head, 'config.HeartbeatIntervalMs = 2000;'))).toEqual([])
    expect(found('Program.cs', main(...head, 'config.Set("heartbeat.interval.ms", "2001");'))).toEqual([
      `8:${ratio}`,
    ])
    expect(found('Program.cs', main(...head, 'if (slow) config.SessionTimeoutMs = 60000;'))).toEqual([])
    expect(
      found('Program.cs', main(...head, 'if (slow)', '{', '    config.SessionTimeoutMs = 60000;', '}')),
    ).toEqual([])
    expect(found('Program.cs', main(...head, 'Tune(config);'))).toEqual([])
    expect(
      found('Program.cs', main('var c = new ConsumerConfig(common) { SessionTimeoutMs = 6000 };')),
    ).toEqual([])
    const built = main(...head, 'using var c = new ConsumerBuilder<Ignore, string>(config).Build();')
    expect(blocksOf('Program.cs', built)).toMatchObject([{ role: 'consumer', complete: true }])
  })

  it('reads dictionaries that name the brokers', () => {
    const dictionary = (first: string): string =>
      main(`var d = new Dictionary<string, string> { ${first}, { "session.timeout.ms", "6000" } };`)
    expect(found('Program.cs', dictionary('["bootstrap.servers"] = "k:1"'))).toEqual([`7:${ratio}`])
    expect(blocksOf('Program.cs', dictionary('{ "a", "b" }'))).toEqual([])
  })

  it('is mended in C#', () => {
    const text = config('GroupId = "a",', 'SessionTimeoutMs = 6000')
    const added = applied(text, findings('Program.cs', text)[0]?.fixes[0])
    expect(added).toContain('SessionTimeoutMs = 6000,\n            HeartbeatIntervalMs = 2000\n        };')
    expect(found('Program.cs', added)).toEqual([])
    const assigned = main('var config = new ConsumerConfig();', 'config.SessionTimeoutMs = 6000;')
    expect(applied(assigned, findings('Program.cs', assigned)[0]?.fixes[0])).toContain(
      'config.SessionTimeoutMs = 6000;\n        config.HeartbeatIntervalMs = 2000;\n',
    )
  })

  it('comments, strings and other classes are nothing', () => {
    const text = main(
      '// var c = new ConsumerConfig { SessionTimeoutMs = 1 };',
      '/* var c = new ConsumerConfig { SessionTimeoutMs = 1 }; */',
      'var a = @"new ConsumerConfig { SessionTimeoutMs = 1 } "" ";',
      'var b = $"{x["new ConsumerConfig { SessionTimeoutMs = 1 }"]} {{ new ConsumerConfig { SessionTimeoutMs = 1 }";',
      'var c = new OtherConfig { SessionTimeoutMs = 1 };',
    )
    expect(blocksOf('Program.cs', text)).toEqual([])
  })
})
