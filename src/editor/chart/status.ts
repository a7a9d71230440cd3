import type { Cluster } from '../../clusters/cluster'
import { assertNever } from '../../model/assert'
import type { PanelStatus, PanelTarget } from '../../shared/chart-protocol'
import { chartTexts } from '../texts/chart'
import type { Words } from '../words'
import { tellerOf } from '../words'

export interface Status {
  readonly status: PanelStatus
  readonly text: string
}

/**
 * How a panel is, and the sentence that says so.
 * @param cluster null = no such cluster in the settings, or, where `pending`, not known yet.
 */
export function statusOf(
  cluster: Cluster | null,
  { group: id }: PanelTarget,
  { paused, pending }: { readonly paused: boolean; readonly pending: boolean },
  words: Words,
): Status {
  const t = tellerOf(words, chartTexts)
  if (cluster === null && pending) return { status: 'loading', text: t('chart.status.loading') }
  if (cluster === null) return { status: 'failed', text: t('chart.status.removed') }
  const { name } = cluster.settings
  const { state } = cluster
  switch (state.kind) {
    case 'disconnected':
      return { status: 'disconnected', text: t('chart.status.disconnected', name) }
    case 'connecting':
      return { status: 'loading', text: t('chart.status.connecting', name) }
    case 'failed':
      return { status: 'failed', text: words.say(state.error.text) }
    case 'connected':
      break
    default:
      return assertNever(state)
  }
  const { groups, groupsError } = cluster.snapshot
  const group = groups?.get(id)
  if (group === undefined) {
    if (groups === null && groupsError !== null)
      return { status: 'failed', text: words.say(groupsError.text) }
    if (groups === null) return { status: 'loading', text: t('chart.status.loading') }
    return { status: 'empty', text: t('chart.status.gone', id, name) }
  }
  if (group.error !== null)
    return {
      status: group.error.code === 'notAuthorized' ? 'denied' : 'failed',
      text: words.say(group.error.text),
    }
  if (group.partitions === null) return { status: 'loading', text: t('chart.status.loading') }
  if (group.partitions.length === 0) return { status: 'empty', text: t('chart.status.empty', id) }
  if (group.type === 'share' && group.lag?.lag === null)
    return { status: 'empty', text: t('chart.status.share', id) }
  return paused
    ? { status: 'paused', text: t('chart.status.paused') }
    : { status: 'live', text: t('chart.status.live') }
}
