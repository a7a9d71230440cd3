import { expect, it } from 'vitest'
import { chartCsp, chartPage } from '../../../src/shared/chart-page'

const parts = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'c0ffee',
  scriptUri: 'https://file.vscode-cdn.net/chart.js?a=1&b=2',
  styleUri: 'https://file.vscode-cdn.net/chart.css',
  lang: 'ko',
  title: '<billing> & "lag"',
}

it('allows our script by nonce, our styles, and nothing else', () => {
  expect(chartCsp(parts.cspSource, parts.nonce).split('; ')).toEqual([
    "default-src 'none'",
    'img-src https://*.vscode-cdn.net data:',
    'font-src https://*.vscode-cdn.net',
    "style-src https://*.vscode-cdn.net 'nonce-c0ffee'",
    "script-src 'nonce-c0ffee'",
  ])
})

it('gives every part its place and lets none break out of it', () => {
  const html = chartPage(parts)
  expect(html).toContain('<html lang="ko">')
  expect(html).toContain('<title>&#60;billing&#62; &#38; &#34;lag&#34;</title>')
  expect(html).toContain(
    '<script nonce="c0ffee" src="https://file.vscode-cdn.net/chart.js?a=1&#38;b=2"></script>',
  )
  expect(html).toContain('<meta property="csp-nonce" content="c0ffee">')
  expect(html).toContain(`content="${chartCsp(parts.cspSource, parts.nonce)}"`)
})

it('has no inline script, style or handler', () => {
  const html = chartPage(parts)
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html).not.toMatch(/<style|style=|\son\w+=|unsafe/)
})
