/**
 * Serves the page as the editor shows it: bundled from the sources with the options of the build, the host's own HTML,
 * its content security policy as a meta element and as a header too, and `acquireVsCodeApi` given out once.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import { chartCsp, chartPage } from '../../../src/shared/chart-page'
import { stub } from './stub'

/** The browser of the machine; undefined = Playwright's own, where it has one. */
export const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
)

export interface Site {
  readonly url: string
  /** Bytes of what the page loads, by name. */
  readonly sizes: Readonly<Record<string, number>>
  close(): Promise<void>
}

/** Builds and serves the page on a free port of this machine. */
export async function serve(): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: { chart: 'webview/main.ts' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    outdir: '/',
    write: false,
    logLevel: 'warning',
  })
  const files = new Map(outputFiles.map(({ path, contents }) => [path, contents]))
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = files.get(pathname)
    if (file !== undefined) {
      response.setHeader('content-type', pathname.endsWith('.css') ? 'text/css' : 'text/javascript')
      response.end(file)
    } else if (pathname === '/') {
      const origin = `http://${request.headers.host ?? ''}`
      const nonce = randomBytes(16).toString('hex')
      const html = chartPage({
        cspSource: origin,
        nonce,
        scriptUri: `${origin}/chart.js`,
        styleUri: `${origin}/chart.css`,
        lang: 'en',
        title: 'billing · lag',
      })
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', chartCsp(origin, nonce))
      response.end(html.replace('<body>', `<body><script nonce="${nonce}">(${String(stub)})()</script>`))
    } else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    sizes: Object.fromEntries([...files].map(([path, contents]) => [path, contents.byteLength])),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
