import * as vscode from 'vscode'

/** Runs something long with its progress in a notification that can cancel it. */
export async function withCancel<T>(title: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController()
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const listening = token.onCancellationRequested(() => abort.abort())
      try {
        return await run(abort.signal)
      } finally {
        listening.dispose()
      }
    },
  )
}
