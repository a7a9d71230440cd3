import { readFileSync } from 'node:fs'

/** Under npm, which runs a shell that runs us: that shell and npm. None where we were started directly. */
function ancestors(): number[] {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return []
  const npm = parentOf(process.ppid)
  return npm === null ? [process.ppid] : [process.ppid, npm]
}

/** The second field after the command's closing parenthesis in /proc/<pid>/stat (proc(5)). */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

/**
 * Calls `gone` when npm is gone, on whose behalf this process runs: its shell passes no signal on, so that an ended
 * `npm run demo` would leave us behind. Looks twice a second.
 * @returns stops looking
 */
export function whenNpmIsGone(gone: () => void): () => void {
  const before = ancestors()
  const parent = process.ppid
  const timer = setInterval(() => {
    if (before.length === 0 || (process.ppid === parent && before.every(isRunning))) return
    clearInterval(timer)
    gone()
  }, 500)
  return () => {
    clearInterval(timer)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
