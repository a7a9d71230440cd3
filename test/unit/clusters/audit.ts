import type { Commit } from '../../../src/model/commits'
import type { Plan } from '../../../src/offsets/plan-types'
import type { Scenario } from '../../../src/offsets/scenario'
import { Bench, never } from './support'

/** A commit with everything that a commit can have. */
export const rich: Commit = { offset: 40n, leaderEpoch: 3, metadata: 'checkpoint' }

/** Group `audit`: orders-0 at 40 with metadata, orders-1 at 70, orders-2 at its end; orders-3 without a commit. */
export async function bench(about: ConstructorParameters<typeof Bench>[0] = {}): Promise<Bench> {
  const made = new Bench(about)
  if (about.kafka === undefined) {
    made.kafka.topic('orders', [0, 100], [10, 100], [0, 100], [0, 100])
    made.kafka.group('audit', { orders: { 0: rich, 1: 70, 2: 100 } })
  }
  await made.cluster.connect(never)
  return made
}

/** A plan for the whole group. */
export function plan(made: Bench, scenario: Scenario = { kind: 'latest' }): Promise<Plan> {
  const request = { group: 'audit', scenario, scope: { kind: 'group' }, purpose: 'reset' } as const
  return made.cluster.plan(request, never)
}

/** `orders-0=40`, as the fake has them. */
export function offsets(made: Bench): string[] {
  return [...made.kafka.commits('audit').entries()]
    .map(([key, commit]) => `${key.topic}-${key.partition}=${commit.offset}`)
    .sort()
}
