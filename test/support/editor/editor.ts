import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Say } from '../cache'
import { ownedFolder, type OwnedProcess, spawnOwned } from '../owned'
import { freePort } from '../ports'
import { installEditor } from './install'
import type { EditorVersion } from './versions'

const run = promisify(execFile)

/** What to start. */
export interface EditorOptions {
  readonly version: EditorVersion
  /** The packaged extension to install; null for a bare editor. */
  readonly vsix: string | null
  /** Extensions of another editor of the same version, copied in place of an installation of seconds. */
  readonly extensionsFrom?: string
  /** The folder that the workbench opens, as an absolute path. */
  readonly folder: string
  /** User settings over the quiet ones every editor here starts with. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Environment of the server, which its extension host sees too. */
  readonly env?: Readonly<Record<string, string>>
  readonly say?: Say
}

/** A running editor, to be opened in a browser. */
export interface Editor {
  readonly version: EditorVersion
  /** Address of the workbench with the folder open. */
  readonly url: string
  readonly folder: string
  /** Holds logs, state and `data/User/settings.json`. */
  readonly serverDataDir: string
  readonly extensionsDir: string
  /** Process id of the server. */
  pid(): number
  /** Ends the extension host at once, as a crash would; the workbench starts another by itself. */
  killExtensionHost(): Promise<void>
  /** Ends the server at once and starts it again on the same port, settings, state and extensions. */
  restart(): Promise<void>
  /** What server, extension host and extensions have logged, for a failure's report. */
  logs(): string
  stop(): Promise<void>
}

/** No welcome page, chat, tips, updates or trust question: nothing that takes the focus from a test or a demo. */
const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.experimentalOnboarding': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'remote.autoForwardPorts': false,
  'window.menuStyle': 'custom',
  'update.mode': 'none',
}

/** Time for the server to answer, in ms; about 2 s on a quiet machine. */
const startDeadlineMs = 60_000

/**
 * Starts a real VS Code as a server, with the extension installed from its package.
 * @throws with the end of the server's log when it does not come up
 */
export async function startEditor(options: EditorOptions): Promise<Editor> {
  const { version } = options
  const installed = await installEditor(version, options.say)
  const home = ownedFolder('editor')
  const serverDataDir = join(home.path, 'server')
  const extensionsDir = join(home.path, 'extensions')
  const userDir = join(serverDataDir, 'data', 'User')
  const serverLog = join(home.path, 'server.log')
  const port = await freePort()
  const places = ['--server-data-dir', serverDataDir, '--extensions-dir', extensionsDir]
  const accept = ['--accept-server-license-terms']
  await mkdir(userDir, { recursive: true })
  await mkdir(extensionsDir, { recursive: true })
  const env = { ...options.env, VSCODE_IPC_HOOK_CLI: undefined, NODE_OPTIONS: undefined }
  let server: OwnedProcess | null = null

  const start = async (): Promise<void> => {
    const listen = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token']
    const quiet = ['--telemetry-level', 'off', '--disable-workspace-trust']
    const started = spawnOwned(
      installed.node,
      [installed.serverMain, ...listen, ...accept, ...quiet, ...places],
      { log: serverLog, env },
    )
    server = started
    const deadline = Date.now() + startDeadlineMs
    while (!(await answers(port))) {
      if (started.hasEnded() || Date.now() > deadline) {
        await started.kill()
        throw new Error(`VS Code ${version.vscode} did not come up. Its log:\n${tail(serverLog, 30)}`)
      }
      await sleep(100)
    }
  }
  const stop = async (): Promise<void> => {
    await server?.kill()
    await home.remove()
  }

  try {
    const settings = { ...quietSettings, ...options.settings }
    await writeFile(join(userDir, 'settings.json'), JSON.stringify(settings, null, 2))
    if (options.extensionsFrom !== undefined)
      await cp(options.extensionsFrom, extensionsDir, { recursive: true })
    else if (options.vsix !== null) {
      const install = [installed.serverMain, '--install-extension', options.vsix, '--force']
      await run(installed.node, [...install, ...accept, ...places], { env: { ...process.env, ...env } })
    }
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    version,
    url: `http://127.0.0.1:${port}/?folder=${encodeURIComponent(options.folder)}`,
    folder: options.folder,
    serverDataDir,
    extensionsDir,
    pid: () => server?.pid ?? 0,
    killExtensionHost: async () => {
      const hosts = server ? (await server.descendants()).filter(isExtensionHost) : []
      if (hosts.length === 0) throw new Error('No extension host is running: open the workbench first.')
      for (const pid of hosts) process.kill(pid, 'SIGKILL')
    },
    restart: async () => {
      await server?.kill()
      await start()
    },
    logs: () =>
      [serverLog, ...logsUnder(join(serverDataDir, 'data', 'logs'))]
        .map((file) => `==> ${file.slice(home.path.length + 1)}\n${tail(file, 60)}`)
        .join('\n\n'),
    stop,
  }
}

function isExtensionHost(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=extensionHost')
  } catch {
    return false
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/version', timeout: 2_000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => {
      resolve(false)
    })
  })
}

function logsUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.log'))
    .sort()
    .map((name) => join(folder, name))
}

function tail(file: string, lines: number): string {
  if (!existsSync(file)) return ''
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}
