import { afterEach, describe, expect, it } from 'vitest'
import { SchemaRegistry } from '../../../src/decoders/registry'
import { decode } from '../../../src/decoders/values'
import { isLaglineError } from '../../../src/model/errors'
import { type ServedSchema, startRegistry, type TestRegistry, withSchemaId } from '../../support/registry'
import { failure, never, say } from './support'

const name: ServedSchema = {
  schema: '{"type":"record","name":"Name","namespace":"shop","fields":[{"name":"first","type":"string"}]}',
}
const ids: Readonly<Record<number, ServedSchema>> = {
  1: {
    schema:
      '{"type":"record","name":"Person","namespace":"shop","fields":[{"name":"name","type":"shop.Name"}]}',
    references: [{ name: 'shop.Name', subject: 'name/value', version: 3 }],
  },
  2: { type: 'PROTOBUF', schema: 'syntax = "proto3"; message Parcel { string to = 1; }' },
  3: { type: 'JSON', schema: '{"title":"Payment","type":"object"}' },
  4: { schema: '{"type":"nothing"}' },
}
const person = withSchemaId(1, new Uint8Array([6, 0x4b, 0x69, 0x6d]))

describe('a schema registry', () => {
  let server: TestRegistry | null = null
  afterEach(async () => {
    await server?.stop()
    server = null
  })

  async function start(login: string | null = null): Promise<TestRegistry> {
    return (server = await startRegistry(ids, { 'name/value/3': name }, login))
  }

  function client(
    url: string,
    more: Partial<ConstructorParameters<typeof SchemaRegistry>[0]> = {},
  ): SchemaRegistry {
    return new SchemaRegistry({ url, login: null, tls: {}, patienceMs: 2_000, ...more })
  }

  it('gives the schema of a value, with those it refers to, once', async () => {
    const { url, asked } = await start()
    const registry = client(`${url}/`)
    for (let times = 0; times < 3; times++)
      expect(await registry.read(person, never)).toEqual({
        kind: 'avro',
        id: 1,
        name: 'shop.Person',
        text: '{\n  "name": {\n    "first": "Kim"\n  }\n}',
      })
    expect(asked).toEqual(['/schemas/ids/1', '/subjects/name/value/versions/3'])
  })

  it('knows Protobuf and JSON Schema', async () => {
    const registry = client((await start()).url)
    const parcel = withSchemaId(2, new Uint8Array([0, 0x0a, 1, 0x78]))
    expect(await registry.read(parcel, never)).toMatchObject({
      kind: 'protobuf',
      name: 'Parcel',
      text: '{\n  "to": "x"\n}',
    })
    const payment = withSchemaId(3, new TextEncoder().encode('{"sum":1}'))
    expect(await registry.read(payment, never)).toMatchObject({
      kind: 'jsonSchema',
      name: 'Payment',
      text: '{\n  "sum": 1\n}',
    })
    const shown = await decode(payment, 'auto', registry, never)
    expect(say(shown.format)).toBe('JSON Schema Payment, schema 3')
  })

  it('is asked with the login, and a wrong one is told without it', async () => {
    const { url } = await start('me:pass word')
    expect(
      await client(url, { login: { user: 'me', password: 'pass word' } }).read(person, never),
    ).toMatchObject({ id: 1 })
    const told = await failure(() =>
      client(url, { login: { user: 'me', password: 'wrong one' } }).read(person, never),
    )
    expect(told).toContain('wants a login, or refuses the one it was given (401)')
    expect(told).not.toContain('wrong one')
  })

  it('that fails is not waited for again and again, until a retry', async () => {
    const running = await start()
    running.answer = { status: 500, body: 'broken' }
    const registry = client(running.url)
    for (let times = 0; times < 50; times++)
      expect(await failure(() => registry.read(person, never))).toContain('answered 500')
    expect(running.asked).toHaveLength(1)
    running.answer = null
    registry.retry()
    expect(await registry.read(person, never)).toMatchObject({ id: 1 })
  })

  it('that lacks a schema, or has one nobody understands, still reads the others', async () => {
    const running = await start()
    const registry = client(running.url)
    expect(await failure(() => registry.read(withSchemaId(99, new Uint8Array(1)), never))).toBe(
      `The schema registry ${running.url} has no schema 99.`,
    )
    expect(await failure(() => registry.read(withSchemaId(4, new Uint8Array(1)), never))).toContain(
      'cannot be understood (nothing)',
    )
    expect(await registry.read(person, never)).toMatchObject({ id: 1 })
    expect(await failure(() => registry.read(new Uint8Array([1, 2, 3]), never))).toBe(
      'It does not begin with the id of a schema.',
    )
  })

  it('that is none, is not there, or is silent, is told as that', async () => {
    const running = await start()
    const told = async (answer: TestRegistry['answer'], patienceMs = 9_000): Promise<string> => {
      const registry = client(running.url, { patienceMs })
      running.answer = answer
      return failure(() => registry.read(person, never))
    }
    expect(await told({ status: 200, body: '<html>' })).toContain('but not as a schema registry does')
    expect(await told({ status: 200, body: '{"schema":1}' })).toContain('but not as a schema registry does')
    expect(await told({ status: 404, body: 'Not found' })).toContain('answered 404')
    expect(await told({ status: 200, body: 'x'.repeat(5_000_000) })).toContain('more than 4194304 bytes')
    expect(await told('silence', 200)).toContain('did not answer within 0.2 s')
    await running.stop()
    server = null
    expect(await told(null)).toContain('could not be reached (')
  })

  it('is left as soon as somebody cancels', async () => {
    const running = await start()
    running.answer = 'silence'
    const abort = new AbortController()
    const reading = client(running.url).read(person, abort.signal)
    abort.abort()
    const error: unknown = await reading.catch((thrown: unknown) => thrown)
    expect(isLaglineError(error) && error.code).toBe('cancelled')
  })

  it('shows what it cannot read in hex, with the reason', async () => {
    const { url } = await start()
    const shown = await decode(withSchemaId(1, new Uint8Array([99])), 'registry', client(url), never)
    expect([say(shown.format), shown.text, shown.note && say(shown.note)]).toEqual([
      'hex',
      '00 00 00 00 01 63',
      'The bytes end too early.',
    ])
  })
})
