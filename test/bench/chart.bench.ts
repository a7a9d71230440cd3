import { chromium as browserOf } from '@playwright/test'
import { WINDOW_SAMPLES, type HostMessage } from '../../src/shared/chart-protocol'
import { bench } from '../support/bench'
import { init, sampleMessage, windowMessage } from '../webview/support/messages'
import { pack } from '../webview/support/pack'
import { chromium, serve } from '../webview/support/site'

/** The largest chart there is: twenty lines and the sum of the others, from 200 partitions with a full window. */
const scene = { partitions: 200, samples: WINDOW_SAMPLES }
const OPENED = 5
const UPDATED = 12
/** ms */
const AIM_FIRST = 150
const AIM_UPDATE = 20

/** ms of the page's thread for one message. */
interface Work {
  /** Script, style and layout. */
  readonly page: number
  /** Everything, also painting and answering the measurement. */
  readonly all: number
}

bench('the chart page', async () => {
  const site = await serve()
  const browser = await browserOf.launch({
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    args: ['--no-sandbox'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1240, height: 720 } })
    const devtools = await page.context().newCDPSession(page)
    // Processor time of the page's thread: what else the machine does is not in it.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    const worked = async (): Promise<Work> => {
      const { metrics } = await devtools.send('Performance.getMetrics')
      const ms = (...names: readonly string[]) =>
        1_000 * metrics.filter(({ name }) => names.includes(name)).reduce((sum, { value }) => sum + value, 0)
      return { page: ms('ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'), all: ms('ThreadTime') }
    }
    const deliver = async (message: HostMessage): Promise<Work> => {
      await page.evaluate((packed) => window.host.stage(packed), pack(message))
      const before = await worked()
      await page.evaluate(() => window.host.work())
      const after = await worked()
      return { page: after.page - before.page, all: after.all - before.all }
    }
    const open = async (of: typeof scene): Promise<Work> => {
      await page.goto(site.url)
      await deliver(init())
      return deliver(windowMessage(of))
    }
    const updates = async (of: typeof scene): Promise<Work[]> => {
      const times: Work[] = []
      for (let i = 1; i <= UPDATED; i++) times.push(await deliver(sampleMessage(of, i)))
      return times
    }
    const first: Work[] = []
    for (let i = 0; i < OPENED; i++) first.push(await open(scene))
    say(`200 partitions x ${WINDOW_SAMPLES} samples, first drawing`, first, AIM_FIRST)
    say('one sample more', await updates(scene), AIM_UPDATE)
    const large = { partitions: 3_000, samples: 60 }
    say('3,000 partitions, first drawing', [await open(large)], null)
    say('one sample more', await updates(large), null)
  } finally {
    await browser.close()
    await site.close()
  }
})

function say(what: string, works: readonly Work[], aim: number | null): void {
  const ms = (part: keyof Work) => `${median(works.map((work) => work[part])).toFixed(1)} ms`
  const aimed = aim === null ? '' : ` (aim: ${aim})`
  console.log(`  ${what}: ${ms('page')}${aimed}; with painting and the measuring itself ${ms('all')}`)
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}
