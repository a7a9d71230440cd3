import { describe, expect, it } from 'vitest'
import { applied, findings, found } from '../linting'
import { blocksOf, entriesOf } from './code'

const ratio = 'heartbeat-above-third-of-session'
const main = (...lines: readonly string[]): string =>
  [
    'use rdkafka::config::ClientConfig;',
    '',
    'fn main() {',
    ...lines.map((line) => `    ${line}`),
    '}',
    '',
  ].join('\n')

describe('Rust', () => {
  it('reads the settings of a ClientConfig', () => {
    const text = main(
      'let consumer: StreamConsumer<Context> = ClientConfig::new()',
      '    .set("bootstrap.servers", brokers)',
      '    .set("session.timeout.ms", "30000") // of the group',
      '    .set("heartbeat.interval.ms", "10000".to_string())',
      '    .set("ssl.ca.location", r"C:\\ca.pem")',
      '    .set_log_level(RDKafkaLogLevel::Debug)',
      '    .create()',
      '    .expect("a consumer");',
    )
    expect(entriesOf('main.rs', text)).toEqual([
      ['bootstrap.servers', null],
      ['session.timeout.ms', '30000'],
      ['heartbeat.interval.ms', '10000'],
      ['ssl.ca.location', 'C:\\ca.pem'],
    ])
    expect(blocksOf('main.rs', text)).toMatchObject([
      { role: 'consumer', roleFrom: 'call', dialect: 'librdkafka', complete: true },
    ])
    expect(found('main.rs', text)).toEqual([])
    expect(found('main.rs', text.replace('10000', '10001'))).toEqual([`7:${ratio}`])
  })

  it('tells whose settings they are', () => {
    const role = (text: string): unknown => blocksOf('main.rs', text)[0]?.role
    const chain = 'ClientConfig::new().set("client.id", "a")'
    expect(role(main(`let p = ${chain}.create::<FutureProducer>();`))).toBe('producer')
    expect(role(main(`let p: &BaseProducer = &${chain}.create()?;`))).toBe('producer')
    expect(role(`use rdkafka::*;\nfn admin() -> AdminClient<X> { ${chain}.create().unwrap() }`)).toBe('admin')
    expect(role(main(`let p = ${chain};`))).toBe('client')
  })

  it('follows a variable, with its branches', () => {
    const head = ['let mut config = ClientConfig::new();', 'config.set("session.timeout.ms", "6000");']
    expect(found('main.rs', main(...head))).toEqual([`5:${ratio}`])
    expect(found('main.rs', main(...head, 'config.set("heartbeat.interval.ms", "2000");'))).toEqual([])
    expect(found('main.rs', main(...head, 'if slow { config.set("session.timeout.ms", "60000"); }'))).toEqual(
      [],
    )
    expect(found('main.rs', main(...head, 'tune(&mut config);'))).toEqual([])
    const parameter =
      'use rdkafka::ClientConfig;\nfn f(config: &mut ClientConfig) { config.set("session.timeout.ms", "6000"); }'
    expect(entriesOf('main.rs', parameter)).toEqual([['session.timeout.ms', '6000']])
    expect(found('main.rs', parameter)).toEqual([])
  })

  it('is mended in Rust', () => {
    const text = main('ClientConfig::new()', '    .set("session.timeout.ms", "6000")', '    .create();')
    const added = applied(text, findings('main.rs', text)[0]?.fixes[0])
    expect(added).toContain('"6000")\n        .set("heartbeat.interval.ms", "2000")\n        .create()')
    expect(found('main.rs', added)).toEqual([])
    const wrong = main('ClientConfig::new().set("sesion.timeout.ms", "6000");')
    expect(applied(wrong, findings('main.rs', wrong)[0]?.fixes[0])).toContain(
      '.set("session.timeout.ms", "6000")',
    )
  })

  it('comments, strings and other sets are nothing', () => {
    const text = main(
      '// ClientConfig::new().set("sesion.timeout.ms", "6000");',
      '/* /* nested */ ClientConfig::new().set("sesion.timeout.ms", "6000"); */',
      'let s = r#"ClientConfig::new().set("sesion.timeout.ms", "6000")"#;',
      'map.set("sesion.timeout.ms", "6000");',
    )
    expect(blocksOf('main.rs', text)).toEqual([])
  })
})
