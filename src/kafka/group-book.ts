import type { GroupRef } from '../model/cluster-client'
import type { GroupListing, GroupType } from '../model/groups'

/** What is known of a group without asking: learnt from listings and coordinator look-ups, never certain. */
export class GroupBook {
  private readonly coordinators = new Map<string, number>()
  private readonly types = new Map<string, GroupType>()

  /** Takes over what one broker lists: it coordinates these groups, and none of the others. */
  listed(broker: number, groups: readonly GroupListing[]): void {
    for (const [id, coordinator] of this.coordinators)
      if (coordinator === broker) {
        this.coordinators.delete(id)
        this.types.delete(id)
      }
    for (const { id, type } of groups) {
      this.coordinators.set(id, broker)
      this.types.set(id, type)
    }
  }

  /** Takes over what the caller knows. */
  told({ id, coordinator, type }: GroupRef): void {
    if (coordinator !== undefined) this.coordinators.set(id, coordinator)
    if (type !== undefined) this.types.set(id, type)
  }

  found(id: string, coordinator: number): void {
    this.coordinators.set(id, coordinator)
  }

  moved(id: string): void {
    this.coordinators.delete(id)
  }

  coordinatorOf(id: string): number | undefined {
    return this.coordinators.get(id)
  }

  typeOf(id: string): GroupType {
    return this.types.get(id) ?? 'unknown'
  }
}
