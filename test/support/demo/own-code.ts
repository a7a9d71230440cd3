import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ownedFolder, spawnOwned } from '../owned'

const run = promisify(execFile)
/** A command file on Windows, which only a shell starts. */
const shell = process.platform === 'win32'

/** A window of the person's own VS Code. */
export interface OwnCode {
  /** Resolves when its window has been closed. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

/**
 * Opens the person's own VS Code on a folder with a profile of its own: their settings, extensions and windows are
 * left alone.
 * @throws when the extension cannot be installed
 */
export async function openOwnCode(
  vsix: string,
  folder: string,
  settings: Readonly<Record<string, unknown>>,
): Promise<OwnCode> {
  const home = ownedFolder('code')
  const userData = join(home.path, 'user-data')
  const places = ['--user-data-dir', userData, '--extensions-dir', join(home.path, 'extensions')]
  await mkdir(join(userData, 'User'), { recursive: true })
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(settings, null, 2))
  await run('code', [...places, '--install-extension', vsix, '--force'], { shell })
  const args = [...places, '--new-window', '--wait', '--disable-workspace-trust', '--skip-welcome', folder]
  const window = spawnOwned('code', args, { log: join(home.path, 'log'), shell })
  const close = async (): Promise<void> => {
    await window.stop(500)
    // The command may have handed the window to a process that is not its child.
    for (const pid of await processesNaming(userData)) end(pid)
    await home.remove()
  }
  return { closed: window.ended, close }
}

/** Processes with a text in their command line; a temporary folder's name is nobody else's. Empty on Windows. */
async function processesNaming(text: string): Promise<number[]> {
  if (process.platform === 'win32') return []
  const { stdout } = await run('ps', ['-axww', '-o', 'pid=,command='], { maxBuffer: 1 << 24 })
  return stdout
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => Number.parseInt(line, 10))
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM')
  } catch {
    // It has ended meanwhile.
  }
}
