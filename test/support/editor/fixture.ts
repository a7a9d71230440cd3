import { test as base } from '@playwright/test'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { vsixPath } from '../built'
import { type Oracle, startOracle } from '../kafka/oracle'
import { type SharedBroker, sharedBroker } from '../kafka/shared'
import { currentKafka } from '../kafka/versions'
import { ownedFolder } from '../owned'
import { repositoryRoot } from '../root'
import { type Editor, type EditorOptions, startEditor } from './editor'
import { clusterSetting } from './settings'
import { type EditorVersion, editorVersions } from './versions'

/** What a UI test can ask for beside Playwright's own. */
export interface TestFixtures {
  /** Starts an editor for this test alone, with settings of its own; it ends with the test. */
  readonly startOwnEditor: (options: OwnEditorOptions) => Promise<Editor>
  /** On failure attaches the page's accessibility tree and the editors' logs; nothing to use. */
  readonly evidence: null
}

/** What the UI tests of one project share. */
export interface WorkerFixtures {
  /** Which editor the project runs; set in the project's configuration. */
  readonly editorName: EditorVersion['name']
  /** The run's shared one-node cluster of the current Kafka. */
  readonly broker: SharedBroker
  /** Kafka's own clients on that cluster. */
  readonly oracle: Oracle
  /** A running editor with the packaged extension, the shared cluster in its settings and a copy of the demo's folder. */
  readonly editor: Editor
  /** Every editor that runs now. */
  readonly running: Set<Editor>
  /** Starts an editor with settings of its own for all tests of a file; it ends with the worker. */
  readonly startFileEditor: (options: OwnEditorOptions) => Promise<Editor>
}

/** How an editor of a test's own differs from the shared one. */
export type OwnEditorOptions = Pick<EditorOptions, 'settings' | 'env'> & {
  /** Folder to copy and open; the demo's when left out. */
  readonly from?: string
}

/** Playwright's `test` with a real broker and a real editor. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  editorName: ['recent', { scope: 'worker', option: true }],
  broker: [
    async ({}, use) => {
      await use(await sharedBroker(currentKafka))
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  oracle: [
    async ({ broker }, use) => {
      const oracle = await startOracle(broker)
      await use(oracle)
      await oracle.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  running: [
    async ({}, use) => {
      await use(new Set())
    },
    { scope: 'worker' },
  ],
  editor: [
    async ({ editorName, broker, running }, use) => {
      const settings = clusterSetting('test', broker.bootstrap)
      const { editor, end } = await launch(editorName, { settings })
      running.add(editor)
      await use(editor)
      running.delete(editor)
      await end()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  startFileEditor: [
    async ({ editor, editorName, running }, use) => {
      await lend(editor, editorName, running, use)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  startOwnEditor: [
    async ({ editor, editorName, running }, use) => {
      await lend(editor, editorName, running, use)
    },
    { timeout: 60_000 },
  ],
  evidence: [
    async ({ page, running }, use, testInfo) => {
      await use(null)
      if (testInfo.status === testInfo.expectedStatus) return
      const aria = await page.locator('body').ariaSnapshot()
      await testInfo.attach('aria.yml', { body: aria, contentType: 'text/yaml' })
      for (const editor of running)
        await testInfo.attach('editor.log', { body: editor.logs(), contentType: 'text/plain' })
    },
    { auto: true },
  ],
})

/** An editor of this room and how to end it with its folder. */
interface Launched {
  readonly editor: Editor
  readonly end: () => Promise<void>
}

/** Lends a function that starts editors beside the shared one, and ends what it has started. */
async function lend(
  shared: Editor,
  name: EditorVersion['name'],
  running: Set<Editor>,
  use: (start: (options: OwnEditorOptions) => Promise<Editor>) => Promise<void>,
): Promise<void> {
  const launched: Launched[] = []
  await use(async (options) => {
    const own = await launch(name, { ...options, extensionsFrom: shared.extensionsDir })
    launched.push(own)
    running.add(own.editor)
    return own.editor
  })
  for (const { editor, end } of launched) {
    running.delete(editor)
    await end()
  }
}

async function launch(
  name: EditorVersion['name'],
  options: OwnEditorOptions & Pick<EditorOptions, 'extensionsFrom'>,
): Promise<Launched> {
  const { from, ...rest } = options
  const folder = ownedFolder('workspace')
  const workspace = join(folder.path, 'shop')
  cpSync(from ?? join(repositoryRoot(), 'test', 'support', 'demo', 'workspace'), workspace, {
    recursive: true,
  })
  const version = editorVersions[name]
  const editor = await startEditor({ version, vsix: packagedExtension(), folder: workspace, ...rest })
  const end = async (): Promise<void> => {
    await editor.stop()
    await folder.remove()
  }
  return { editor, end }
}

/** The extension as it ships, made by `npm run package`. */
function packagedExtension(): string {
  const vsix = vsixPath()
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run npm run package first.`)
  return vsix
}

export { expect } from '@playwright/test'
