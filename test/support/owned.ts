import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { guard, unguard } from './guardian'

/** What a process started here, and all that descends from it, carries in its environment. */
const mark = 'LAGLINE_OWNED'

/** A process of our own: the leader of its own group, ended with the program that started it. */
export interface OwnedProcess {
  readonly pid: number
  readonly child: ChildProcess
  /** Resolves when the process itself has ended. */
  readonly ended: Promise<void>
  /** True once the process itself has ended. */
  hasEnded(): boolean
  /** Ids of all that runs on the process's behalf, itself among them. Empty where there is no /proc. */
  descendants(): Promise<number[]>
  /** Asks the process to end (SIGTERM) and waits up to `graceMs` before ending it and all its descendants. */
  stop(graceMs: number): Promise<void>
  /** Ends the process and all its descendants at once. */
  kill(): Promise<void>
}

/** How to start an {@link OwnedProcess}. */
export interface OwnedOptions {
  readonly cwd?: string
  /** Set over this program's own environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** File that stdout and stderr are appended to. */
  readonly log: string
  /** Keep stdin and stdout as pipes (stderr still goes to the log). */
  readonly pipes?: boolean
  /** Start it by the system's shell, as a command file on Windows must be. */
  readonly shell?: boolean
}

/**
 * Starts a process that cannot outlive this program: a guardian ends its group when this program is gone, however it
 * went.
 * @throws when the command cannot be started
 */
export function spawnOwned(command: string, args: readonly string[], options: OwnedOptions): OwnedProcess {
  const id = randomUUID()
  const log = openSync(options.log, 'a')
  const stdio: SpawnOptions['stdio'] = options.pipes ? ['pipe', 'pipe', log] : ['ignore', log, log]
  const child = spawn(command, args, {
    stdio,
    shell: options.shell ?? false,
    detached: process.platform !== 'win32',
    env: { ...process.env, ...options.env, [mark]: id },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
  closeSync(log)
  const { pid } = child
  if (pid === undefined) throw new Error(`Could not start ${command}. Is it installed and on the path?`)
  guard({ group: pid })
  let over = false
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      over = true
      resolve()
    })
  })
  const kill = async (): Promise<void> => {
    killGroup(pid)
    await ended
    for (const left of await processesWith(mark, id)) killOne(left)
    unguard({ group: pid })
  }
  const stop = async (graceMs: number): Promise<void> => {
    if (!over) child.kill('SIGTERM')
    const grace = new AbortController()
    await Promise.race([ended, sleep(graceMs, undefined, { signal: grace.signal }).catch(() => undefined)])
    grace.abort()
    await kill()
  }
  return { pid, child, ended, hasEnded: () => over, descendants: () => processesWith(mark, id), stop, kill }
}

function killGroup(pid: number): void {
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' })
  else killOne(-pid)
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself meanwhile.
  }
}

/**
 * The ids of the running processes whose environment holds `name=value`, this one left out; found also when their
 * parent is gone. Empty where there is no /proc.
 */
export async function processesWith(name: string, value: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((entry) => {
      try {
        return readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0').includes(`${name}=${value}`)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** A temporary folder that is removed when this program is gone, at the latest. */
export interface OwnedFolder {
  readonly path: string
  remove(): Promise<void>
}

/**
 * Makes an {@link OwnedFolder} in the system's temporary folder. In a run of the whole suite its name tells the run,
 * which looks at its end for what was left behind.
 */
export function ownedFolder(purpose: string): OwnedFolder {
  const run = process.env['LAGLINE_RUN']
  const path = mkdtempSync(join(tmpdir(), `lagline-${purpose}-${run ? `${run}-` : ''}`))
  guard({ folder: path })
  const remove = async (): Promise<void> => {
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    unguard({ folder: path })
  }
  return { path, remove }
}
