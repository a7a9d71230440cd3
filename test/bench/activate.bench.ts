import { chromium } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/lib/machine.mjs'
import { bench } from '../support/bench'
import { vsixPath } from '../support/built'
import { startEditor } from '../support/editor/editor'
import { openContainer, openWorkbench, reloadWorkbench } from '../support/editor/page'
import { editorVersions } from '../support/editor/versions'
import { ownedFolder } from '../support/owned'

/** Each start of the extension logs how long it took; the first one of a fresh editor reads cold files and is left out. */
const starts = 6

bench('activate()', async (measure) => {
  const folder = ownedFolder('bench')
  const editor = await startEditor({ version: editorVersions.recent, vsix: vsixPath(), folder: folder.path })
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    await openWorkbench(page, editor)
    for (let start = 1; start <= starts; start++) {
      await openContainer(page, 'Lagline')
      await until(() => activations(editor.serverDataDir).length >= start)
      if (start < starts) await reloadWorkbench(page)
    }
    const [, ...warm] = activations(editor.serverDataDir)
    measure('activate', median(warm))
  } finally {
    await browser.close()
    await editor.stop()
    await folder.remove()
  }
})

/** The durations that the extension has logged, in ms, oldest first. */
function activations(serverDataDir: string): number[] {
  const logs = join(serverDataDir, 'data', 'logs')
  return readdirSync(logs, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('Lagline.log'))
    .flatMap((name) => [
      ...readFileSync(join(logs, name), 'utf8').matchAll(/^(.*) \[info\] activated in ([\d.]+) ms/gm),
    ])
    .sort(([, a = ''], [, b = '']) => a.localeCompare(b))
    .map(([, , ms]) => Number(ms))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Waits up to 30 s. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('The extension has not logged its activation within 30 s.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
