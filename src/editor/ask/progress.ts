import * as vscode from 'vscode'

/**
 * What is done sooner shows no progress. A notification that only flashes tells nobody anything, and the editor drops
 * every message after the third within 800 ms: the result would be lost behind its own progress.
 */
const SHOWN_AFTER_MS = 700

/**
 * Runs something that may take long; while it does, a notification shows its progress and can cancel it. `say` shows
 * what it is at.
 */
export async function withCancel<T>(
  title: string,
  run: (signal: AbortSignal, say: (at: string) => void) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  let at: string | null = null
  let show: (message: string) => void = (message) => {
    at = message
  }
  const running = run(abort.signal, (message) => show(message))
  if (await endsWithin(running, SHOWN_AFTER_MS)) return running
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const listening = token.onCancellationRequested(() => abort.abort())
      show = (message) => progress.report({ message })
      if (at !== null) show(at)
      try {
        return await running
      } finally {
        listening.dispose()
      }
    },
  )
}

/** Whether it ends, well or badly, within `ms`. */
async function endsWithin(running: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false)
    }, ms)
  })
  const ended = running.then(
    () => true as const,
    () => true as const,
  )
  try {
    return await Promise.race([ended, late])
  } finally {
    clearTimeout(timer)
  }
}
