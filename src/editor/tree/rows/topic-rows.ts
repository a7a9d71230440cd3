import type { TopicPartitionSnapshot, TopicSnapshot } from '../../../clusters/types'
import type { Broker } from '../../../model/topics'
import { treeTexts } from '../../texts/tree'
import type { Words } from '../../words'
import { tellerOf } from '../../words'
import type { Row } from '../row'
import { phrase, spoken, tokens } from '../row'
import { partitionsPhrase } from './parts'

export function topicRow({ topic }: TopicSnapshot, words: Words): Row {
  const t = tellerOf(words, treeTexts)
  const leaderless = topic.partitions.filter(({ leader }) => leader === null).length
  const parts = [
    partitionsPhrase(topic.partitions.length, words),
    leaderless > 0 ? t('topic.noLeaders', leaderless) : null,
    topic.internal ? t('topic.internal') : null,
  ]
  return {
    label: topic.name,
    description: phrase(parts),
    tooltip: [],
    icon:
      leaderless > 0
        ? { id: 'warning', color: 'problemsWarningIcon.foreground' }
        : { id: 'list-unordered', color: topic.internal ? 'disabledForeground' : null },
    context: tokens('topic', [topic.internal && 'internal']),
    accessible: t('topic.accessible', topic.name, spoken(parts)),
    folding: 'collapsed',
  }
}

/** A partition of a topic: who leads it and what its log holds. */
export function topicPartitionRow(topic: string, partition: TopicPartitionSnapshot, words: Words): Row {
  const t = tellerOf(words, treeTexts)
  const { leader, replicas, isr, start, end } = partition
  const lagging = isr.length < replicas.length
  const parts = [
    leader === null ? t('partition.noLeader') : t('topicPartition.leader', String(leader)),
    start === null || end === null ? null : t('topicPartition.log', start, end),
    lagging ? t('topicPartition.inSync', isr.length, replicas.length) : null,
  ]
  return {
    label: String(partition.partition),
    description: phrase(parts),
    tooltip: [
      t('partition.tooltip.name', String(partition.partition), topic),
      ...(start === null ? [] : [t('partition.tooltip.start', start)]),
      ...(end === null ? [] : [t('partition.tooltip.end', end)]),
      t('topicPartition.tooltip.replicas', replicas.join(', '), isr.join(', ')),
    ],
    icon: leader === null ? { id: 'warning', color: 'problemsWarningIcon.foreground' } : null,
    context: tokens('topicPartition', []),
    accessible: t('topicPartition.accessible', String(partition.partition), topic, spoken(parts)),
    folding: 'none',
  }
}

export function brokerRow(broker: Broker, controllerId: number | null, words: Words): Row {
  const t = tellerOf(words, treeTexts)
  const parts = [
    `${broker.host}:${broker.port}`,
    broker.id === controllerId ? t('broker.controller') : null,
    broker.rack === null ? null : t('broker.rack', broker.rack),
  ]
  const label = t('broker.label', String(broker.id))
  return {
    label,
    description: phrase(parts),
    tooltip: [],
    icon: { id: 'server', color: null },
    context: tokens('broker', []),
    accessible: spoken([label, ...parts]),
    folding: 'none',
  }
}
