import type { Disposable } from './ports'

/** What one part created. What arrives after the end is ended at once. */
export class Disposables implements Disposable {
  private readonly items: Disposable[] = []
  private ended = false

  add<T extends Disposable>(item: T): T {
    if (this.ended) item.dispose()
    else this.items.push(item)
    return item
  }

  get disposed(): boolean {
    return this.ended
  }

  /** Ends everything, last made first; one that throws does not keep the others alive. */
  dispose(): void {
    this.ended = true
    for (const item of this.items.splice(0).reverse()) {
      try {
        item.dispose()
      } catch {
        // The others still have to end; what failed to end has nobody left to tell.
      }
    }
  }
}
