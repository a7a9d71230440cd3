import type { Bookmark } from '../model/bookmark'
import { errorText, laglineError } from '../model/errors'
import type { FileStore, Log } from '../model/ports'
import { parseBookmark, serializeBookmark } from '../offsets/bookmark'

/** What bookmarks need of the world. */
export interface BookmarksPorts {
  /** The folder `bookmarks`; nothing else is in it. */
  readonly files: FileStore
  readonly log: Log
  /** Name and version, written into every bookmark. */
  readonly tool: string
  /** Who works here; absent where the system does not tell. */
  readonly user?: string
}

const SUFFIX = '.json'

/**
 * Offsets kept under a name, one file each. They are few and asked for by hand, so the folder is read each time: what
 * another window saved is there at once. Everything rejects with code `storage` where the disk does.
 */
export class Bookmarks {
  private readonly ports: BookmarksPorts

  constructor(ports: BookmarksPorts) {
    this.ports = ports
  }

  async create(draft: Omit<Bookmark, 'tool' | 'by'>): Promise<Bookmark> {
    const { tool, user, files } = this.ports
    const bookmark: Bookmark = { ...draft, tool, ...(user === undefined ? {} : { by: user }) }
    await stored(() => files.write(`${bookmark.id}${SUFFIX}`, serializeBookmark(bookmark)))
    return bookmark
  }

  /** Of one group, newest first. What cannot be understood is left where it is and logged. */
  async list(cluster: string, group: string): Promise<readonly Bookmark[]> {
    const names = (await stored(() => this.ports.files.list())).filter((name) => name.endsWith(SUFFIX))
    const all = await Promise.all(names.map((name) => this.read(name)))
    return all
      .filter((bookmark) => bookmark !== null)
      .filter((bookmark) => bookmark.cluster.id === cluster && bookmark.group.id === group)
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  }

  /** Null where there is none of this id. */
  get(id: string): Promise<Bookmark | null> {
    return this.read(`${id}${SUFFIX}`)
  }

  async remove(id: string): Promise<void> {
    await stored(() => this.ports.files.remove(`${id}${SUFFIX}`))
  }

  private async read(name: string): Promise<Bookmark | null> {
    const text = await stored(() => this.ports.files.read(name))
    if (text === null) return null
    const parsed = parseBookmark(text)
    if (parsed.ok && `${parsed.value.id}${SUFFIX}` === name) return parsed.value
    const reason = parsed.ok ? `it holds the bookmark ${parsed.value.id}` : parsed.reason
    this.ports.log.warn(`bookmark ${name} is left alone: ${reason}`)
    return null
  }
}

async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw laglineError('storage', errorText('error.storage', reason), { cause: error })
  }
}
