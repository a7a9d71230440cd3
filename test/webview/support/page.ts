/** The page in a browser, and what a test does and asks as its host. */
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { HostMessage, PageMessage } from '../../../src/shared/chart-protocol'
import { init, windowMessage, type Scene } from './messages'
import { pack } from './pack'
import { chromium, serve, type Site } from './site'
import { themes, type ThemeName } from './themes'

/** The page and the host's end of it. */
export class ChartPanel {
  readonly page: Page
  readonly #url: string
  #complaints: string[] = []

  constructor(page: Page, url: string) {
    this.page = page
    this.#url = url
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.#complaints.push(String(error)))
  }

  get plot(): Locator {
    return this.page.locator('canvas[role=img]')
  }

  /** Loads the page in a theme and waits for its `ready`; nothing has been sent then. */
  async open(theme: ThemeName = 'dark'): Promise<void> {
    await this.page.addInitScript(
      (chosen) => sessionStorage.setItem('theme', JSON.stringify(chosen)),
      themes[theme],
    )
    await this.page.goto(this.#url)
    await expect.poll(() => this.sent()).toContainEqual({ type: 'ready' })
  }

  /** Loads it and sends what a host sends first. */
  async show(scene: Scene, theme: ThemeName = 'dark', locale = 'en'): Promise<void> {
    await this.open(theme)
    await this.send(init(locale))
    await this.send(windowMessage(scene))
    await this.send({ type: 'status', status: 'live', text: 'Live, every 2 seconds' })
    await this.drawn()
  }

  /** The theme changes in place, as the editor does it. */
  async theme(theme: ThemeName): Promise<void> {
    await this.page.evaluate((chosen) => window.host.theme(chosen), themes[theme])
    await this.drawn()
  }

  /** Posts a message as the host; numbers arrive as typed arrays. Anything else may be sent too. */
  async send(message: HostMessage): Promise<void> {
    await this.raw(message)
  }

  async raw(message: unknown): Promise<void> {
    await this.page.evaluate((packed) => window.host.post(packed), pack(message))
  }

  async sent(): Promise<PageMessage[]> {
    return this.page.evaluate(() => window.host.sent)
  }

  async state(): Promise<unknown> {
    return this.page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown)
  }

  /**
   * Where on the canvas a colour ("#rrggbb") is: pixels per column. The canvas is transparent, so that also the
   * smoothed edges of a line have its colour.
   */
  async columns(colour: string): Promise<number[]> {
    return this.page.evaluate((hex) => {
      const canvas = document.querySelector('canvas')
      if (canvas === null) return []
      // A copy, as reading from the canvas itself would make the browser keep it in other memory from then on.
      const copy = new OffscreenCanvas(canvas.width, canvas.height)
      const context = copy.getContext('2d', { willReadFrequently: true })
      if (context === null) return []
      context.drawImage(canvas, 0, 0)
      const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
      const { width, height } = canvas
      const { data } = context.getImageData(0, 0, width, height)
      const near = (pixel: number) =>
        (data[pixel + 3] ?? 0) > 90 &&
        wanted.every((value, i) => Math.abs((data[pixel + i] ?? 0) - value) < 12)
      return Array.from({ length: width }, (_, x) => {
        let count = 0
        for (let y = 0; y < height; y++) if (near(4 * (y * width + x))) count++
        return count
      })
    }, colour)
  }

  /** How many pixels of the canvas have a colour. */
  async pixels(colour: string): Promise<number> {
    return (await this.columns(colour)).reduce((sum, count) => sum + count, 0)
  }

  /** Two frames later: what was asked to be drawn has been. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    )
  }

  /** For a test that provokes complaints on purpose, after it has looked at them. */
  forgive(about: RegExp): void {
    this.#complaints = this.#complaints.filter((text) => !about.test(text))
  }

  /** Everything a clean page has none of: violations of the policy, console errors and warnings, uncaught errors. */
  async complaints(): Promise<string[]> {
    return [...this.#complaints, ...(await this.page.evaluate(() => window.host.violations))]
  }
}

/** `panel`: the page in a browser; after the test it must have nothing to complain about. */
export const test = base.extend<{ panel: ChartPanel }, { site: Site }>({
  launchOptions: [
    async ({}, use) => {
      await use({ ...(chromium === undefined ? {} : { executablePath: chromium }), args: ['--no-sandbox'] })
    },
    { scope: 'worker' },
  ],
  timezoneId: 'UTC',
  locale: 'en-US',
  viewport: { width: 1240, height: 720 },
  site: [
    async ({}, use) => {
      const site = await serve()
      await use(site)
      await site.close()
    },
    { scope: 'worker' },
  ],
  panel: async ({ page, site }, use) => {
    const panel = new ChartPanel(page, site.url)
    await use(panel)
    expect(await panel.complaints()).toEqual([])
  },
})

export { expect }
