import { readFileSync } from 'node:fs'

/**
 * The processes on whose behalf this one runs: its parent, and under npm (which runs a shell that runs us) the two
 * above it. Just the parent where there is no /proc.
 */
function ancestors(): number[] {
  const chain = [process.ppid]
  if (process.platform !== 'linux' || process.env['npm_lifecycle_event'] === undefined) return chain
  const above = parentOf(process.ppid)
  return above === null ? chain : [...chain, above]
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
 * Calls `gone` when a process is gone on whose behalf this one runs: npm passes no signal on through its shell, so
 * that an ended `npm run demo` would leave us behind. Looks twice a second.
 * @returns stops looking
 */
export function whenAncestorIsGone(gone: () => void): () => void {
  const [parent, ...above] = ancestors()
  const timer = setInterval(() => {
    if (process.ppid === parent && above.every(isRunning)) return
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
