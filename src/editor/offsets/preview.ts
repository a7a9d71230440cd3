import type { GroupPartition } from '../../clusters/types'
import { assertNever } from '../../model/assert'
import type { Scenario } from '../../offsets/scenario'
import { offsetsUiTexts } from '../texts/offsets-ui'
import type { Words } from '../words'
import { tellerOf } from '../words'

/** What a scenario would do with what was last seen: offsets that are read again, and that never will be. */
export interface Preview {
  readonly replayed: bigint
  readonly skipped: bigint
  /** Partitions that stop short of the wanted offset. */
  readonly clamped: number
}

/** Null where that is not known from here: nothing read yet, a log unknown, a time, a file. The plan itself tells. */
export function previewOf(scenario: Scenario, partitions: readonly GroupPartition[] | null): Preview | null {
  const committed = partitions?.filter(({ commit }) => commit !== null)
  if (committed === undefined || committed.length === 0) return null
  let replayed = 0n
  let skipped = 0n
  let clamped = 0
  for (const { commit, start, end } of committed) {
    if (commit === null || start === null || end === null) return null
    if (commit.shareLag !== undefined) {
      const share = sharePreview(scenario, commit.shareLag, end - start)
      if (share === null) return null
      replayed += share.replayed
      skipped += share.skipped
      continue
    }
    const wanted = wantedOf(scenario, commit.offset, start, end)
    if (wanted === null) return null
    const target = wanted > end ? end : wanted < start ? start : wanted
    if (target !== wanted) clamped += 1
    const from = commit.offset < start ? start : commit.offset
    if (target < from) replayed += from - target
    else skipped += target - from
  }
  return { replayed, skipped, clamped }
}

/** Of a share-partition only the ends of the log tell how much is delivered again, or never. */
function sharePreview(
  { kind }: Scenario,
  lag: bigint | null,
  inLog: bigint,
): Pick<Preview, 'replayed' | 'skipped'> | null {
  if (lag === null) return null
  if (kind === 'earliest') return { replayed: inLog > lag ? inLog - lag : 0n, skipped: 0n }
  return kind === 'latest' ? { replayed: 0n, skipped: lag } : null
}

function wantedOf(scenario: Scenario, committed: bigint, start: bigint, end: bigint): bigint | null {
  switch (scenario.kind) {
    case 'earliest':
      return start
    case 'latest':
      return end
    case 'toOffset':
      return scenario.offset
    case 'shiftBy':
      // A negative commit reads as none, and does not move.
      return committed < 0n ? null : committed + scenario.by
    case 'current':
    case 'toDatetime':
    case 'byDuration':
    case 'fromFile':
    case 'copyFrom':
      return null
    default:
      return assertNever(scenario)
  }
}

/** `replays 48,210`; null = not known. */
export function previewPhrase(preview: Preview | null, words: Words): string | null {
  if (preview === null) return null
  const t = tellerOf(words, offsetsUiTexts)
  const { replayed, skipped, clamped } = preview
  const moves =
    replayed > 0n && skipped > 0n
      ? t('preview.both', replayed, skipped)
      : replayed > 0n
        ? t('preview.replays', replayed)
        : skipped > 0n
          ? t('preview.skips', skipped)
          : t('preview.none')
  if (clamped === 0) return moves
  return clamped === 1 ? t('preview.clamped.one', moves) : t('preview.clamped', moves, clamped)
}
