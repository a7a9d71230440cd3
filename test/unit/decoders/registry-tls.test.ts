import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { TlsFiles } from '../../../src/decoders/http'
import { SchemaRegistry } from '../../../src/decoders/registry'
import { makeAuthority } from '../../support/certificates'
import { type ServedTls, startRegistry, type TestRegistry, withSchemaId } from '../../support/registry'
import { failure, never } from './support'

const authority = makeAuthority('Test Authority')
const { certificate: ca } = authority
const server = authority.issue('registry')
const value = withSchemaId(1, new TextEncoder().encode('{"sum":1}'))

describe('a schema registry that is spoken to by https', () => {
  let running: TestRegistry | null = null
  afterEach(async () => {
    await running?.stop()
    running = null
  })

  async function start(tls: ServedTls, login: string | null = null): Promise<string> {
    running = await startRegistry({ 1: { type: 'JSON', schema: '{"title":"Payment"}' } }, {}, login, tls)
    return running.url
  }

  function client(url: string, tls: TlsFiles, user: string | null = null): SchemaRegistry {
    const login = user === null ? null : { user, password: 'secret' }
    return new SchemaRegistry({ url, login, tls, patienceMs: 2_000 })
  }

  it('is trusted by the certificate of its authority, and by nothing else', async () => {
    const url = await start(server, 'me:secret')
    expect(await client(url, { ca }, 'me').read(value, never)).toMatchObject({ name: 'Payment' })
    const told = await failure(() => client(url, {}, 'me').read(value, never))
    expect(told).toMatch(/^Nobody here knows who signed .*Set ca under schemaRegistryTls/)
    const other = makeAuthority('Other')
    const wrong = await failure(() => client(url, { ca: other.certificate }, 'me').read(value, never))
    expect(wrong).toMatch(/^Nobody here knows who signed/)
    expect(told + wrong).not.toContain('secret')
  })

  it('is told apart from one whose certificate is for another name', async () => {
    const url = await start(authority.issue('registry', { host: 'registry.example' }))
    expect(await failure(() => client(url, { ca }).read(value, never))).toMatch(/is for another host name/)
  })

  it('may want a certificate, with a key that may have a passphrase', async () => {
    const url = await start({ ...server, clientCa: ca })
    const me = authority.issue('me', { passphrase: 'open sesame' })
    expect(await client(url, { ca, ...me, passphrase: 'open sesame' }).read(value, never)).toMatchObject({
      id: 1,
    })
    expect(await client(url, { ca, ...authority.issue('me') }).read(value, never)).toMatchObject({ id: 1 })
    expect(await failure(() => client(url, { ca }).read(value, never))).toMatch(
      /ended the connection .* It may want a certificate/,
    )
    const stranger = makeAuthority('Other').issue('me')
    expect(await failure(() => client(url, { ca, ...stranger }).read(value, never))).toMatch(
      /ended the connection .* It may want a certificate/,
    )
  })

  it('is not asked where the files cannot be used, and the reason is told', async () => {
    const url = await start(server)
    const me = authority.issue('me', { passphrase: 'open sesame' })
    const told = (tls: TlsFiles): Promise<string> => failure(() => client(url, tls).read(value, never))
    expect(await told({ ca: 'no certificate' })).toMatch(/under ca cannot be used/)
    expect(await told({ ...me })).toMatch(/wants a passphrase, or another one/)
    expect(await told({ ...me, passphrase: 'wrong one' })).toMatch(/wants a passphrase, or another one/)
    expect(await told({ ...authority.issue('a'), key: authority.issue('b').key })).toMatch(
      /under certificate, key cannot be used/,
    )
    expect(running?.asked).toEqual([])
  })

  it('is followed where it points, without the login where that is another server', async () => {
    const url = await start(server)
    const logins: (string | undefined)[] = []
    const gate = createServer((request, response) => {
      logins.push(request.headers.authorization)
      response.writeHead(307, { location: `${url}${request.url}` }).end()
    })
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
    try {
      const address = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`
      expect(await client(address, { ca }, 'me').read(value, never)).toMatchObject({ id: 1 })
      expect(logins).toEqual([expect.stringMatching(/^Basic /)])
      expect(running?.logins).toEqual([undefined])
    } finally {
      gate.closeAllConnections()
      gate.close()
    }
  })
})
