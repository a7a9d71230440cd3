import { treeTexts } from '../texts/tree'
import type { Words } from '../words'
import { tellerOf } from '../words'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in its largest unit, rounded down, at least 1 s; days from two on. `ms`: milliseconds. */
export function duration(ms: number, words: Words): string {
  const t = tellerOf(words, treeTexts)
  if (ms >= 2 * DAY) return t('duration.days', Math.floor(ms / DAY))
  if (ms >= HOUR) return t('duration.hours', Math.floor(ms / HOUR))
  if (ms >= MINUTE) return t('duration.minutes', Math.floor(ms / MINUTE))
  return t('duration.seconds', Math.max(1, Math.floor(ms / SECOND)))
}
