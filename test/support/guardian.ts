import { type ChildProcess, spawn } from 'node:child_process'

/** Something to be ended or removed when this program is gone. */
export type Guarded = { readonly group: number } | { readonly folder: string }

/**
 * Runs in a process of its own, in its own session, and reads what to look after from stdin. The system closes that
 * pipe when the program at its other end is gone, also after SIGKILL or a closed terminal: no exit hook can do that.
 */
const script = `
const { rmSync } = require('node:fs')
const { spawnSync } = require('node:child_process')
const held = new Map()
let rest = ''
process.stdin.setEncoding('utf8')
process.stdin.on('data', (text) => {
  const lines = (rest + text).split('\\n')
  rest = lines.pop()
  for (const line of lines) {
    const key = line.slice(1)
    if (line[0] === '+') held.set(key, JSON.parse(key))
    else held.delete(key)
  }
})
process.stdin.on('end', () => {
  const things = [...held.values()]
  for (const { group } of things) {
    if (group === undefined) continue
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(group), '/t', '/f'])
    else try { process.kill(-group, 'SIGKILL') } catch {}
  }
  for (const { folder } of things)
    if (folder !== undefined) try { rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }) } catch {}
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
`

let guardian: ChildProcess | undefined

function tell(line: string): void {
  if (!guardian) {
    guardian = spawn(process.execPath, ['-e', script], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
    })
    guardian.unref()
    // The pipe must not keep this program alive; its closing is the very signal.
    const pipe = guardian.stdin as unknown as { unref?: () => void } | null
    pipe?.unref?.()
  }
  guardian.stdin?.write(`${line}\n`)
}

/** Has a process group ended, or a folder removed, when this program is gone. */
export function guard(thing: Guarded): void {
  tell(`+${JSON.stringify(thing)}`)
}

/** Takes back a {@link guard}: the thing is gone already. */
export function unguard(thing: Guarded): void {
  tell(`-${JSON.stringify(thing)}`)
}
