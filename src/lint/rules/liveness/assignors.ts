import type { RuleContext } from '../../rule'
import { elementsOf, written, type Written } from '../kit/settings'
import { isClassic } from './classic'

export const STRATEGY = 'partition.assignment.strategy'
const eager = /^(?:range|roundrobin|sticky)(?:assignor)?$/i
const cooperative = /^cooperative-?sticky(?:assignor)?$/i

export interface Assignors {
  readonly strategy: Written
  /** As written. */
  readonly all: readonly string[]
  readonly cooperative: readonly string[]
  /** Kafka's own; of others nobody knows. */
  readonly eager: readonly string[]
}

/** The assignors that are written for a classic group, by class name or by librdkafka's short name. */
export function assignorsOf(context: RuleContext): Assignors | null {
  const strategy = written(context, STRATEGY)
  if (strategy === null || !isClassic(context)) return null
  const all = elementsOf(strategy.text)
  const simple = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
  return {
    strategy,
    all,
    cooperative: all.filter((name) => cooperative.test(simple(name))),
    eager: all.filter((name) => eager.test(simple(name))),
  }
}
