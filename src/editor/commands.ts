import * as vscode from 'vscode'
import { CommandId } from '../ids'
import { Disposables } from '../model/disposables'
import type { Disposable, Log } from '../model/ports'
import { tellError } from './tell'
import type { TreeNode } from './tree/nodes'
import type { Words } from './words'

/**
 * What a command may be given. From the palette it is nothing: then it asks. Menus give what they stand on, and
 * anybody can call a command with anything, so the commands check.
 */
interface Arguments {
  readonly [CommandId.clusterAdd]: []
  readonly [CommandId.clusterConnect]: [node?: TreeNode]
  readonly [CommandId.clusterRetry]: [node?: TreeNode]
  readonly [CommandId.clusterCancel]: [node?: TreeNode]
  readonly [CommandId.clusterDisconnect]: [node?: TreeNode]
  readonly [CommandId.clusterWhy]: [node?: TreeNode]
  readonly [CommandId.clusterRename]: [node?: TreeNode]
  readonly [CommandId.clusterRemove]: [node?: TreeNode]
  readonly [CommandId.clusterRegistryLogin]: [node?: TreeNode]
  readonly [CommandId.viewRefresh]: []
  readonly [CommandId.viewFilter]: []
  readonly [CommandId.viewClearFilter]: []
  readonly [CommandId.viewMore]: [node?: TreeNode]
  readonly [CommandId.selectionDelete]: []
  readonly [CommandId.groupChart]: [node?: TreeNode]
  readonly [CommandId.groupReset]: [node?: TreeNode]
  readonly [CommandId.groupUndo]: [node?: TreeNode]
  readonly [CommandId.groupDelete]: [node?: TreeNode]
  readonly [CommandId.groupCopyId]: [node?: TreeNode, selected?: unknown]
  readonly [CommandId.partitionSeek]: [node?: TreeNode]
  readonly [CommandId.partitionPeek]: [node?: TreeNode]
  readonly [CommandId.recordsOlder]: [uri?: vscode.Uri]
  readonly [CommandId.recordsNewer]: [uri?: vscode.Uri]
  readonly [CommandId.recordsAt]: [uri?: vscode.Uri]
  readonly [CommandId.recordsDecodeAs]: [uri?: vscode.Uri]
  readonly [CommandId.recordsResetHere]: [uri?: vscode.Uri, offset?: string, version?: string]
  readonly [CommandId.planApply]: [uri?: vscode.Uri]
  readonly [CommandId.planChange]: [uri?: vscode.Uri]
  readonly [CommandId.planCopyCommand]: [uri?: vscode.Uri]
  readonly [CommandId.groupResetParts]: [node?: TreeNode, selected?: unknown]
  readonly [CommandId.groupClone]: [node?: TreeNode]
  readonly [CommandId.groupsReset]: [node?: TreeNode, selected?: unknown]
  readonly [CommandId.csvApply]: [uri?: vscode.Uri]
  readonly [CommandId.planRefresh]: [uri?: vscode.Uri]
  readonly [CommandId.planExportCsv]: [uri?: vscode.Uri]
  readonly [CommandId.planSort]: [uri?: vscode.Uri]
  readonly [CommandId.planFilter]: [uri?: vscode.Uri]
  readonly [CommandId.planRecordTimes]: [uri?: vscode.Uri]
  readonly [CommandId.ruleExplain]: [rule?: string]
  readonly [CommandId.logShow]: []

  readonly [CommandId.changeShow]: [node?: unknown]
  readonly [CommandId.changeUndo]: [node?: unknown]
  readonly [CommandId.changeCopy]: [node?: unknown]
  readonly [CommandId.changeExport]: [node?: unknown, selected?: unknown]
  readonly [CommandId.changesRefresh]: []
  readonly [CommandId.changesExport]: []
  readonly [CommandId.changesUndo]: [node?: unknown, selected?: unknown]
  readonly [CommandId.groupsDelete]: [node?: unknown, selected?: unknown]
  readonly [CommandId.groupDeleteOffsets]: [node?: unknown, selected?: unknown]
  readonly [CommandId.groupReveal]: [node?: unknown]
  readonly [CommandId.bookmarkSave]: [node?: unknown, selected?: unknown]
  readonly [CommandId.bookmarkCompare]: [node?: unknown]
  readonly [CommandId.bookmarkGoBack]: [node?: unknown]
  readonly [CommandId.bookmarkRemove]: [node?: unknown]
}

/** Registers commands, each in the one wrapper that logs, tells errors once and swallows cancelling. */
export class Commands {
  private readonly words: Words
  private readonly log: Log
  private readonly taken = new Set<CommandId>()

  constructor(words: Words, log: Log) {
    this.words = words
    this.log = log
  }

  register<Id extends CommandId>(id: Id, run: (...args: Arguments[Id]) => Promise<void> | void): Disposable {
    this.taken.add(id)
    return this.wrapped(id, (args) => run(...(args as Arguments[Id])))
  }

  /** Registers what was not registered before, for a part that is loaded later. */
  registerRest(run: (id: CommandId, args: readonly unknown[]) => Promise<void>): Disposable {
    const owned = new Disposables()
    for (const id of Object.values(CommandId))
      if (!this.taken.has(id)) owned.add(this.wrapped(id, (args) => run(id, args)))
    return owned
  }

  private wrapped(id: CommandId, run: (args: readonly unknown[]) => Promise<void> | void): Disposable {
    return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      this.log.debug(`command ${id}`)
      try {
        await run(args)
      } catch (error) {
        await tellError(error, `command ${id}`, this.words, this.log)
      }
    })
  }
}
