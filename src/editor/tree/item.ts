import * as vscode from 'vscode'
import type { Row } from './row'

const FOLDING = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
} as const

/** A row as the editor draws it; the hover is left to whoever knows when to make it. */
export function treeItem(id: string, row: Row): vscode.TreeItem {
  const made = new vscode.TreeItem(row.label, FOLDING[row.folding])
  made.id = id
  if (row.description !== null) made.description = row.description
  if (row.icon !== null)
    made.iconPath = new vscode.ThemeIcon(
      row.icon.id,
      row.icon.color === null ? undefined : new vscode.ThemeColor(row.icon.color),
    )
  made.contextValue = row.context
  made.accessibilityInformation = { label: row.accessible }
  return made
}
