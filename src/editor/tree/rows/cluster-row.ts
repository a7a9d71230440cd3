import { assertNever } from '../../../model/assert'
import type { ClusterSettings } from '../../../model/settings'
import type { ConnectionState } from '../../../clusters/types'
import { treeTexts } from '../../texts/tree'
import type { Words } from '../../words'
import { tellerOf } from '../../words'
import type { Row, RowIcon } from '../row'
import { phrase, spoken, tokens } from '../row'

/** The row of a cluster: where it is, whether it is reached, and why not. */
export function clusterRow(settings: ClusterSettings, state: ConnectionState, words: Words): Row {
  const t = tellerOf(words, treeTexts)
  const marks = [
    settings.production ? t('cluster.production') : null,
    settings.readOnly ? t('cluster.readOnly') : null,
  ]
  const status = statusParts(settings, state, words)
  return {
    label: settings.name,
    description: phrase([...marks, ...status]),
    tooltip: [
      ...(state.kind === 'failed' ? [words.say(state.error.text)] : []),
      t('cluster.tooltip.servers', settings.bootstrapServers.join(', ')),
      ...(state.kind === 'connected' && state.info.clusterId !== null
        ? [t('cluster.tooltip.clusterId', state.info.clusterId)]
        : []),
      ...(settings.readOnly ? [t('cluster.tooltip.readOnly')] : []),
      ...(state.kind === 'disconnected' ? [t('cluster.tooltip.connect')] : []),
    ],
    icon: icon(state),
    context: tokens('cluster', [
      `state=${state.kind}`,
      !settings.readOnly && 'writable',
      settings.schemaRegistry !== undefined && 'registry',
    ]),
    accessible: spoken([settings.name, ...marks, ...status]),
    folding: state.kind === 'connected' || state.kind === 'disconnected' ? 'collapsed' : 'none',
  }
}

function statusParts(settings: ClusterSettings, state: ConnectionState, words: Words): (string | null)[] {
  const t = tellerOf(words, treeTexts)
  const address = settings.bootstrapServers[0] ?? ''
  switch (state.kind) {
    case 'disconnected':
      return [t('cluster.disconnected')]
    case 'connecting':
      return [t('cluster.connecting', address)]
    case 'failed':
      return [words.say(state.error.text)]
    case 'connected':
      return [
        address,
        state.info.kafkaVersion === null ? null : t('cluster.version', state.info.kafkaVersion),
        state.info.brokers === 1 ? t('cluster.brokers.one') : t('cluster.brokers', state.info.brokers),
      ]
    default:
      return assertNever(state)
  }
}

function icon(state: ConnectionState): RowIcon {
  switch (state.kind) {
    case 'disconnected':
      return { id: 'debug-disconnect', color: null }
    case 'connecting':
      return { id: 'loading~spin', color: null }
    case 'failed':
      return { id: 'error', color: 'problemsErrorIcon.foreground' }
    case 'connected':
      return { id: 'server-environment', color: 'testing.iconPassed' }
    default:
      return assertNever(state)
  }
}
