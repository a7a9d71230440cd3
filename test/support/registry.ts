import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certified } from './certificates'

/** A schema to serve; `type` as the registry calls it, Avro where left out. */
export interface ServedSchema {
  readonly schema: string
  readonly type?: 'PROTOBUF' | 'JSON'
  readonly references?: readonly {
    readonly name: string
    readonly subject: string
    readonly version: number
  }[]
}

/** A schema registry of our own, which speaks as Confluent's does. */
export interface TestRegistry {
  readonly url: string
  /** Paths asked for, in order. */
  readonly asked: string[]
  /** What came with each as `Authorization`. */
  readonly logins: (string | undefined)[]
  /** What it answers from now on instead of schemas; null = schemas again, `silence` = nothing at all. */
  answer: { readonly status: number; readonly body: string } | 'silence' | null
  stop(): Promise<void>
}

/** How a registry speaks https. */
export interface ServedTls extends Certified {
  /** Clients have to bring a certificate that this authority signed; absent = anybody may ask. */
  readonly clientCa?: string
}

/**
 * Starts a registry on a free port of this machine.
 * @param subjects schemas that others refer to, by `subject/version`
 * @param login `user:password` that it wants; null = everybody may ask
 * @param tls null = plain http
 */
export async function startRegistry(
  ids: Readonly<Record<number, ServedSchema>>,
  subjects: Readonly<Record<string, ServedSchema>> = {},
  login: string | null = null,
  tls: ServedTls | null = null,
): Promise<TestRegistry> {
  const asked: string[] = []
  const logins: (string | undefined)[] = []
  const listener: RequestListener = (request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    asked.push(path)
    logins.push(request.headers.authorization)
    const { answer } = registry
    if (answer === 'silence') return
    const send = (status: number, body: string): void =>
      void response.writeHead(status, { 'content-type': 'application/vnd.schemaregistry.v1+json' }).end(body)
    if (answer !== null) return send(answer.status, answer.body)
    const wanted = login === null ? undefined : `Basic ${Buffer.from(login).toString('base64')}`
    if (wanted !== undefined && request.headers.authorization !== wanted)
      return send(401, '{"error_code":401,"message":"Unauthorized"}')
    const id = /^\/schemas\/ids\/(\d+)$/.exec(path)?.[1]
    const subject = /^\/subjects\/(.+)\/versions\/(\d+)$/.exec(path)
    const found = id === undefined ? subjects[`${subject?.[1]}/${subject?.[2]}`] : ids[Number(id)]
    if (found === undefined) return send(404, '{"error_code":40403,"message":"Schema not found"}')
    const { schema, type, references } = found
    send(
      200,
      JSON.stringify({ schema, ...(type && { schemaType: type }), ...(references && { references }) }),
    )
  }
  const server =
    tls === null
      ? createServer(listener)
      : createTlsServer(
          {
            cert: tls.certificate,
            key: tls.key,
            ...(tls.clientCa === undefined
              ? {}
              : { ca: tls.clientCa, requestCert: true, rejectUnauthorized: true }),
          },
          listener,
        )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const registry: TestRegistry = {
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    logins,
    answer: null,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return registry
}

/** A value as the registry's serializers write it: a zero byte, the schema's id, then the value. */
export function withSchemaId(id: number, value: Uint8Array): Uint8Array {
  const prefix = Buffer.alloc(5)
  prefix.writeUInt32BE(id, 1)
  return new Uint8Array(Buffer.concat([prefix, value]))
}
