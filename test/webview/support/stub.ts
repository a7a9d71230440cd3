/** Runs inside the page before its script, in place of what VS Code injects there. */
import type { PageMessage } from '../../../src/shared/chart-protocol'
import type { Theme } from './themes'

declare global {
  interface Window {
    host: {
      readonly sent: PageMessage[]
      readonly violations: string[]
      theme(theme: Theme): void
      post(packed: unknown): void
      /** Makes a message ready for `work`. */
      stage(packed: unknown): void
      /** Delivers the staged message and draws it, layout included; ends with the frame. */
      work(): Promise<void>
    }
  }
}

/** Self-contained: its source text is put into the page. The state lives in the session, as it outlives a reload. */
export function stub(): void {
  const sent: PageMessage[] = []
  const violations: string[] = []
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
  })
  let given = false
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack)
    if (typeof value !== 'object' || value === null) return value
    const doubles = (value as { $doubles?: number[] }).$doubles
    if (doubles !== undefined) return Float64Array.from(doubles)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unpack(each)]))
  }
  const theme = ({ bodyClass, kind, id, variables }: Theme) => {
    document.body.className = bodyClass
    document.body.dataset.vscodeThemeKind = kind
    document.body.dataset.vscodeThemeId = id
    const { style } = document.documentElement
    for (const name of [...style]) style.removeProperty(name)
    for (const [name, value] of Object.entries(variables)) style.setProperty(`--vscode-${name}`, value)
  }
  let staged: unknown
  const stage = (packed: unknown) => {
    staged = unpack(packed)
  }
  const work = () => {
    window.dispatchEvent(new MessageEvent('message', { data: staged }))
    return new Promise<void>((done) => {
      requestAnimationFrame(() => {
        document.body.getBoundingClientRect()
        done()
      })
    })
  }
  window.host = {
    sent,
    violations,
    theme,
    stage,
    work,
    post: (packed) => window.postMessage(unpack(packed), '*'),
  }
  Object.assign(window, {
    acquireVsCodeApi: () => {
      if (given) throw new Error('An instance of the VS Code API has already been acquired')
      given = true
      return {
        postMessage: (message: PageMessage) => sent.push(message),
        getState: () => (JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined) as unknown,
        setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
      }
    },
  })
  const chosen = sessionStorage.getItem('theme')
  if (chosen !== null) theme(JSON.parse(chosen) as Theme)
}
