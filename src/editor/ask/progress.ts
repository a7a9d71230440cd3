import * as vscode from 'vscode'

/**
 * What is done sooner shows no progress. A notification that only flashes tells nobody anything, and the editor drops
 * every message after the third within 800 ms: the result would be lost behind its own progress.
 */
const SHOWN_AFTER_MS = 700

/** Runs something that may take long; while it does, a notification shows its progress and can cancel it. */
export async function withCancel<T>(title: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController()
  const running = run(abort.signal)
  if (await endsWithin(running, SHOWN_AFTER_MS)) return running
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const listening = token.onCancellationRequested(() => abort.abort())
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
