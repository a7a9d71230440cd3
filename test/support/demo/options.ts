import { parseArgs } from 'node:util'
import { type EditorVersion, editorVersions } from '../editor/versions'

/** What the demo is asked for. */
export interface DemoOptions {
  /** An existing cluster in place of a broker and groups of the demo's own. */
  readonly bootstrap: string | null
  /** The person's own VS Code in place of the bundled editor. */
  readonly ownCode: boolean
  readonly editor: EditorVersion
  readonly help: boolean
}

/** What `npm run demo -- --help` prints. */
export const demoUsage = `npm run demo [-- options]

Starts a Kafka broker with five live consumer groups and an editor with Lagline, and cleans up when ended.

  --bootstrap HOST:PORT[,…]  use an existing cluster: no broker, no groups
  --code                     use your own VS Code (the command code), with a temporary profile
  --editor floor|recent      which bundled editor, recent when left out
  --help                     this text`

/**
 * Reads the demo's command line.
 * @throws with a sentence about what is wrong with it
 */
export function readDemoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      bootstrap: { type: 'string' },
      code: { type: 'boolean', default: false },
      editor: { type: 'string', default: 'recent' },
      help: { type: 'boolean', default: false },
    },
  })
  const { editor } = values
  if (editor !== 'floor' && editor !== 'recent')
    throw new Error(`--editor is floor or recent, not ${editor}.`)
  const servers = values.bootstrap?.split(',') ?? []
  for (const server of servers)
    if (!/^(\[[^\]]+\]|[^\s:]+):\d{1,5}$/.test(server))
      throw new Error(`--bootstrap wants host:port, for example localhost:9092, not “${server}”.`)
  return {
    bootstrap: values.bootstrap ?? null,
    ownCode: values.code,
    editor: editorVersions[editor],
    help: values.help,
  }
}
