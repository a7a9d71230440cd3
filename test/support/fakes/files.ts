import type { FileStore } from '../../../src/model/ports'

/** A folder in memory. */
export class MemoryFiles implements FileStore {
  readonly files = new Map<string, string>()
  /** Set: every write fails with it, as a full disk does. */
  failure: Error | null = null
  /** Every text written, in order. */
  readonly written: { readonly name: string; readonly text: string }[] = []

  async write(name: string, text: string): Promise<void> {
    if (this.failure !== null) throw this.failure
    this.files.set(name, text)
    this.written.push({ name, text })
  }

  async read(name: string): Promise<string | null> {
    return this.files.get(name) ?? null
  }

  async list(): Promise<string[]> {
    return [...this.files.keys()].sort()
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name)
  }
}
