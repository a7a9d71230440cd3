import type { Block } from '../../document'
import type { RuleContext } from '../../rule'
import { written } from '../kit/settings'

export const GUARANTEE = 'processing.guarantee'

/** `processing.guarantee=exactly_once_v2` as written, null without exactly-once. */
export function exactlyOnce(streams: RuleContext): string | null {
  const guarantee = written(streams, GUARANTEE)
  return guarantee?.text.startsWith('exactly_once') === true ? `${GUARANTEE}=${guarantee.text}` : null
}

/** Whether the client is one of a Streams application. */
export function isOfStreams({ block }: RuleContext): boolean {
  for (let owner: Block | null = block.parent; owner !== null; owner = owner.parent)
    if (owner.role === 'streams') return true
  return false
}

/** The Streams application that a client belongs to, where anything is written for it. */
export function streamsOf({ block, siblings }: RuleContext): RuleContext | null {
  for (let owner: Block | null = block.parent; owner !== null; owner = owner.parent) {
    const found = owner.role === 'streams' ? siblings.find((one) => one.block === owner) : undefined
    if (found !== undefined) return found
  }
  return null
}
