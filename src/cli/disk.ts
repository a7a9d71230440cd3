import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Listed, Look } from './world'

export function lookAt(path: string): Look {
  const stats = statSync(path)
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other'
  return { kind, size: stats.size }
}

export function listFolder(path: string): Listed[] {
  const listed: Listed[] = []
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const { name } = entry
    if (entry.isSymbolicLink()) listed.push({ name, kind: 'link' })
    else if (entry.isDirectory()) listed.push({ name, kind: 'directory' })
    else if (entry.isFile()) listed.push({ name, kind: 'file' })
  }
  return listed
}

/** Writes beside the file and renames; keeps its mode, and a link stays a link. */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  const target = realPathOf(path)
  const mode = modeOf(target)
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = openSync(beside, 'wx', mode)
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function modeOf(path: string): number {
  try {
    return statSync(path).mode & 0o777
  } catch {
    return 0o666
  }
}
