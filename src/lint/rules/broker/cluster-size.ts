import type { RuleContext } from '../../rule'
import { hostsOf, isLocal } from '../kit/hosts'
import { elementsOf, written } from '../kit/settings'

const SEVERAL = 2
/** Strimzi clusters with fewer are for trying things out. */
const STRIMZI_REPLICAS = 3
const QUORUM = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers']

/** Hosts of the controllers, as `1@host:9093` or `host:9093`. */
export function quorumHosts(context: RuleContext): string[] {
  return QUORUM.flatMap((key) => elementsOf(written(context, key)?.text ?? ''))
    .map((voter) => voter.replace(/^\d+@/, ''))
    .flatMap(hostsOf)
}

/** Whether something in the document shows that the cluster has several brokers. */
export function hasSeveralBrokers(context: RuleContext): boolean {
  const remote = new Set(quorumHosts(context).filter((host) => !isLocal(host)))
  const brokers = context.siblings.filter(
    ({ block }) => block.role === 'broker' && block.profile === context.block.profile,
  )
  return (
    remote.size >= SEVERAL || brokers.length >= SEVERAL || (context.block.replicas ?? 0) >= STRIMZI_REPLICAS
  )
}
