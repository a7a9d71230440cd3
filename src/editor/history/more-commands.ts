import { CommandId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { More } from '../more'
import type { Parts } from '../parts'

/** Commands that few people use often: what they do is loaded when one is called for the first time. */
export class MoreCommands implements Disposable {
  private readonly owned = new Disposables()

  constructor({ commands }: Parts, more: () => Promise<More>) {
    const commandsOf = {
      [CommandId.groupsDelete]: ({ deleteGroups }, node, selected) => deleteGroups.run(node, selected),
      [CommandId.groupDeleteOffsets]: ({ deleteOffsets }, node, selected) =>
        deleteOffsets.run(node, selected),
      [CommandId.groupReveal]: ({ lenses }, node) => lenses.reveal(node),
      [CommandId.bookmarkSave]: ({ bookmarks }, node, selected) => bookmarks.save(node, selected),
      [CommandId.bookmarkCompare]: ({ bookmarks }, node) => bookmarks.compare(node),
      [CommandId.bookmarkGoBack]: ({ bookmarks }, node) => bookmarks.goBack(node),
      [CommandId.bookmarkRemove]: ({ bookmarks }, node) => bookmarks.remove(node),
    } as const satisfies Partial<
      Record<CommandId, (more: More, node: unknown, selected: unknown) => Promise<void>>
    >
    for (const id of Object.keys(commandsOf) as (keyof typeof commandsOf)[])
      this.owned.add(
        commands.register(id, async (node?: unknown, selected?: unknown) =>
          commandsOf[id](await more(), node, selected),
        ),
      )
  }

  dispose(): void {
    this.owned.dispose()
  }
}
