import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { listFolder, lookAt, writeAtomically } from '../../../src/cli/disk'
import { runIn, type Outcome } from './world'

/** A folder on disk for one test. */
export interface Folder {
  readonly path: string
  /** Names with `/`. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  read(name: string): string
  /** Runs the command there, or in a folder inside it. */
  run(argv: readonly string[], inside?: string): Outcome
}

export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const path = mkdtempSync(join(tmpdir(), 'lagline-cli-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  const folder: Folder = {
    path,
    write(more) {
      for (const [name, content] of Object.entries(more)) {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), content)
      }
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    run: (argv, inside = '.') =>
      runIn(argv, {
        workingDirectory: join(path, inside),
        look: lookAt,
        list: listFolder,
        readFile: (file) => readFileSync(file),
        writeFile: writeAtomically,
      }),
  }
  folder.write(files)
  return folder
}

/** One warning: `heartbeat-above-third-of-session` at `heartbeat.interval.ms`, line 3. */
export const bad = 'bootstrap.servers=k:9092\nsession.timeout.ms=10000\nheartbeat.interval.ms=5000\n'
/** One error with a safe fix: `misspelled-key`, line 2. */
export const misspelled = 'bootstrap.servers=k:9092\nhearbeat.interval.ms=3000\n'
/** Nothing to say. */
export const clean = 'bootstrap.servers=k:9092\ngroup.id=orders\n'
