import { CommandId } from '../../ids'
import { Disposables } from '../../model/disposables'
import type { Disposable } from '../../model/ports'
import type { More } from '../more'
import type { Parts } from '../parts'

/** Commands that few people use often: what they do is loaded when one is called for the first time. */
export class MoreCommands implements Disposable {
  private readonly owned = new Disposables()

  constructor({ commands }: Parts, more: () => Promise<More>) {
    this.owned.add(
      commands.register(CommandId.groupsDelete, async (node) => (await more()).deleteGroups.run(node)),
    )
    this.owned.add(
      commands.register(CommandId.groupDeleteOffsets, async (node) => (await more()).deleteOffsets.run(node)),
    )
  }

  dispose(): void {
    this.owned.dispose()
  }
}
