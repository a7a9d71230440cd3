import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileStore, NewId } from '../model/ports'

/** Ending of a file that is being written; it never counts as one of the store's. */
const UNFINISHED = '.part'

/**
 * A folder of small files on this machine's disk. `vscode.workspace.fs` cannot sync, and what is kept here must be
 * there after a crash, so this goes by the operating system itself.
 */
export function folderFiles(folder: string, newId: NewId): FileStore {
  const place = (name: string): string => {
    if (name !== basename(name) || name === '' || name.endsWith(UNFINISHED))
      throw new Error(`not a name: ${name}`)
    return join(folder, name)
  }
  return {
    async write(name, text) {
      const target = place(name)
      const unfinished = `${target}.${newId()}${UNFINISHED}`
      await mkdir(folder, { recursive: true, mode: 0o700 })
      try {
        const file = await open(unfinished, 'wx', 0o600)
        try {
          await file.writeFile(text, 'utf8')
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(unfinished, target)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await syncFolder(folder)
    },
    async read(name) {
      try {
        return await readFile(place(name), 'utf8')
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async list() {
      try {
        const names = await readdir(folder)
        return names.filter((name) => !name.endsWith(UNFINISHED)).sort()
      } catch (error) {
        if (isMissing(error)) return []
        throw error
      }
    },
    async remove(name) {
      await rm(place(name), { force: true })
    },
  }
}

/** Makes the rename itself last. Some systems cannot open a folder; there the file's own sync has to do. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!isUnsupported(error)) throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}

function isUnsupported(error: unknown): boolean {
  return ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(String(codeOf(error)))
}
