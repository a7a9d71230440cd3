/** The chart page's HTML: an empty body under a strict content security policy. Data and words come by message. */

export interface ChartPageParts {
  /** `webview.cspSource`: where styles, fonts and pictures may come from. */
  readonly cspSource: string
  /** Fresh for every page: letters and digits of at least 128 random bits. */
  readonly nonce: string
  /** `dist/webview/chart.js` as a webview URI. */
  readonly scriptUri: string
  /** `dist/webview/chart.css` as a webview URI. */
  readonly styleUri: string
  /** BCP 47, as `vscode.env.language`. */
  readonly lang: string
  readonly title: string
}

/** What the page may load and run: our script by its nonce, our style sheet, nothing from anywhere else. */
export function chartCsp(cspSource: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ')
}

/**
 * The document to set as `webview.html`. The `csp-nonce` meta is for the toolkit's base library: it probes
 * `:focus-visible` with an empty style element, reads its nonce there, and without it would break the policy and leave
 * focus rings after mouse clicks.
 */
export function chartPage(parts: ChartPageParts): string {
  const nonce = escape(parts.nonce)
  return `<!DOCTYPE html>
<html lang="${escape(parts.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(chartCsp(parts.cspSource, parts.nonce))}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(parts.title)}</title>
<link rel="stylesheet" href="${escape(parts.styleUri)}">
</head>
<body>
<main id="lag-chart"></main>
<script nonce="${nonce}" src="${escape(parts.scriptUri)}"></script>
</body>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
}
