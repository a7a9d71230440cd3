import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLaglineError } from '../../../src/model/errors'
import { englishFormat, sayWith, type Say } from '../../../src/model/text'
import { errorTexts } from '../../../src/model/texts/errors'
import { recordsTexts } from '../../../src/model/texts/records'
import { repositoryRoot } from '../../support/root'

/** What an English reader in Greenwich is told. */
export const say: Say = sayWith({ ...errorTexts, ...recordsTexts }, englishFormat('UTC'))

/** A signal nobody aborts. */
export const never = new AbortController().signal

/** Bytes that a broker sent, or that Kafka's own classes laid out (magic 0 and 1). */
export interface Captured {
  readonly kafka: string
  readonly codec: string
  readonly magic: 0 | 1 | 2
  readonly aborted?: readonly { readonly producerId: string; readonly first: string }[]
  readonly bytes: string
}

export const captured = JSON.parse(
  readFileSync(join(repositoryRoot(), 'test', 'data', 'record-batches.json'), 'utf8'),
) as readonly Captured[]

export function bytesOf({ bytes }: Captured): Uint8Array {
  return new Uint8Array(Buffer.from(bytes, 'base64'))
}

/** True where `work` succeeds, or fails with an error of the catalogue; anything else is thrown on. */
export function endsWell(work: () => unknown): boolean {
  try {
    work()
  } catch (error) {
    if (!isLaglineError(error)) throw error
  }
  return true
}

/** What `work` fails with, in English. */
export async function failure(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (!isLaglineError(error)) throw error
    return say(error.text)
  }
  throw new Error('it was expected to fail')
}
