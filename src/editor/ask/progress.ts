import * as vscode from 'vscode'

/** Runs something long with its progress in a notification that can cancel it. `say` shows what it is at. */
export async function withCancel<T>(
  title: string,
  run: (signal: AbortSignal, say: (at: string) => void) => Promise<T>,
): Promise<T> {
  const abort = new AbortController()
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const listening = token.onCancellationRequested(() => abort.abort())
      try {
        return await run(abort.signal, (message) => progress.report({ message }))
      } finally {
        listening.dispose()
      }
    },
  )
}
