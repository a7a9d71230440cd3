import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as tlsRequest } from 'node:https'

/** What the other side proves itself by, and what we do, as texts in PEM; absent = the machine's own, and nothing. */
export interface TlsFiles {
  /** Certificates of authorities that are trusted instead of the machine's own. */
  readonly ca?: string
  readonly certificate?: string
  /** Private key of the certificate. */
  readonly key?: string
  readonly passphrase?: string
}

export interface HttpOptions {
  readonly headers: Readonly<Record<string, string>>
  /** Used for https alone. */
  readonly tls: TlsFiles
  /** Of an answer, bytes: more is an error. */
  readonly largest: number
}

export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

/** How often an answer may point elsewhere. */
const mostRedirects = 3

/**
 * GET by Node's own modules: these take certificates of one's own, and the editor has them use its proxy. A login goes
 * to no other server than the one that was asked.
 * @throws what Node says went wrong, or that the signal was aborted
 */
export async function httpGet(
  address: string,
  options: HttpOptions,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  let url = new URL(address)
  let { headers } = options
  for (let redirects = 0; ; redirects++) {
    const answer = await send(url, { ...options, headers }, signal)
    const { location } = answer.headers
    const status = answer.statusCode ?? 0
    const moved = status > 300 && status < 400 && location !== undefined && redirects < mostRedirects
    if (!moved) return { status, text: await textOf(answer, options.largest) }
    answer.destroy()
    const next = new URL(location, url)
    if (next.protocol !== url.protocol && next.protocol !== 'https:')
      throw new Error(`it points to ${next.protocol} instead`)
    if (next.origin !== url.origin) headers = without(headers, 'authorization')
    url = next
  }
}

function send(url: URL, { headers, tls }: HttpOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { ca, certificate: cert, key, passphrase } = tls
  const proofs = {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(passphrase === undefined ? {} : { passphrase }),
  }
  return new Promise((resolve, reject) => {
    const asked =
      url.protocol === 'https:'
        ? tlsRequest(url, { headers, signal, ...proofs }, resolve)
        : plainRequest(url, { headers, signal }, resolve)
    asked.once('error', reject)
    asked.end()
  })
}

async function textOf(answer: IncomingMessage, largest: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer) {
    const bytes = chunk as Uint8Array
    size += bytes.length
    if (size > largest) throw new Error(`more than ${largest} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function without(headers: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
}
