import { parseSnapshot, type ClusterSnapshot, type WantedInSnapshot } from '../lint/index'
import { decodeFile } from './decode'
import { refusalOf, UsageError, type World } from './world'

const wantedWords: Readonly<Record<WantedInSnapshot, string>> = {
  object: 'an object',
  list: 'a list',
  name: 'the name of a topic',
  value: 'a text, a number, true, false or null',
  count: 'a whole number from 0, or null',
}

/**
 * @param path absolute
 * @param name how people know the file
 * @throws UsageError that says what is wrong where.
 */
export function readSnapshot(path: string, name: string, world: World): ClusterSnapshot {
  let value: unknown
  try {
    value = JSON.parse(decodeFile(world.readFile(path)).text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${name} is not JSON: ${error.message}.`)
    throw new UsageError(`${name} cannot be read: ${refusalOf(error)}.`)
  }
  const parsed = parseSnapshot(value)
  if (parsed.kind === 'snapshot') return parsed.snapshot
  const place = parsed.place === '' ? 'it' : parsed.place
  throw new UsageError(`${name} is no snapshot of a cluster: ${place} must be ${wantedWords[parsed.wanted]}.`)
}
