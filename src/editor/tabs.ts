import * as vscode from 'vscode'

/** Whether a tab shows this text. A document may be closed all the same: when only its language changes, for one. */
export function isInTab(uri: vscode.Uri): boolean {
  const key = uri.toString()
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key),
  )
}
