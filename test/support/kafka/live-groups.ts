import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { ownedFolder, spawnOwned } from '../owned'
import { jvmOptions, kafkaClassPath } from './jars'
import type { KafkaVersion } from './versions'

/** The groups of the demo, in the order they are listed. */
export const liveGroupNames = ['shipping', 'billing', 'ledger', 'audit', 'search-indexer'] as const

/** A group of the demo. */
export type LiveGroupName = (typeof liveGroupNames)[number]

/** What the live groups tell about themselves. */
export type LiveEvent =
  | { readonly event: 'started'; readonly group: string; readonly members: number }
  | { readonly event: 'stopped'; readonly group: string }
  | {
      readonly event: 'stuck'
      readonly group: string
      readonly topic: string
      readonly partition: number
      readonly offset: number
      readonly why: string
    }
  | {
      readonly event: 'list'
      readonly groups: readonly {
        readonly group: string
        readonly about: string
        readonly running: boolean
      }[]
    }
  | { readonly event: 'error'; readonly message: string }
  | { readonly event: 'ready' }
  | { readonly event: 'ended' }

/** The running producers and groups (test/support/java/LiveGroups.java). */
export interface LiveGroups {
  /** Starts a group's members; resolves when each has its assignment. */
  start(group: LiveGroupName): Promise<void>
  /** Has a group's members leave; resolves when they have. */
  stop(group: LiveGroupName): Promise<void>
  /** Hands on a command line (`start billing`, `stop billing`, `list`); answers come as events. */
  send(line: string): void
  end(): Promise<void>
}

/**
 * Starts the live producers and the five groups and waits until they live: about 8 s, in which `audit` works and is
 * closed again.
 * @param listen hears every event
 * @throws when they end before they are ready
 */
export async function startLiveGroups(
  at: { bootstrap: string; version: KafkaVersion },
  listen: (event: LiveEvent) => void = () => undefined,
): Promise<LiveGroups> {
  const classPath = await kafkaClassPath(at.version)
  const folder = ownedFolder('groups')
  const log = join(folder.path, 'log')
  const args = ['-cp', classPath, ...jvmOptions(512, 'error'), 'LiveGroups', at.bootstrap]
  const jvm = spawnOwned('java', args, { log, pipes: true })
  const { stdin, stdout } = jvm.child
  if (!stdin || !stdout) throw new Error('The live groups have no pipes.')
  stdin.on('error', () => undefined)
  const waiting = new Set<{ is: (event: LiveEvent) => boolean; done: (ended: boolean) => void }>()
  createInterface({ input: stdout }).on('line', (line) => {
    const event = JSON.parse(line) as LiveEvent
    listen(event)
    for (const each of waiting) if (each.is(event)) each.done(false)
  })
  jvm.child.once('exit', () => {
    for (const each of waiting) each.done(true)
  })
  const next = (is: (event: LiveEvent) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const entry = {
        is,
        done: (ended: boolean): void => {
          waiting.delete(entry)
          if (ended) reject(new Error(`The live groups have ended.\n${readFileSync(log, 'utf8')}`))
          else resolve()
        },
      }
      waiting.add(entry)
    })
  const send = (line: string): void => {
    stdin.write(`${line}\n`)
  }
  const command = async (verb: 'start' | 'stop', group: LiveGroupName): Promise<void> => {
    const done = next(
      (each) => (each.event === 'started' || each.event === 'stopped') && each.group === group,
    )
    send(`${verb} ${group}`)
    await done
  }
  const end = async (): Promise<void> => {
    await jvm.kill()
    await folder.remove()
  }
  try {
    await next((each) => each.event === 'ready')
  } catch (error) {
    await end()
    throw error
  }
  return { start: (group) => command('start', group), stop: (group) => command('stop', group), send, end }
}
