import type { Outcome } from '../model/cluster-client'
import { laglineError, errorText } from '../model/errors'
import type { GroupDescription, GroupListing, GroupState, GroupType, Member } from '../model/groups'
import { KafkaError } from '../model/kafka-errors'
import type { Log } from '../model/ports'
import type { TopicPartition } from '../model/topics'
import { inGroupsOf, inTurns } from './batches'
import { brokerError, coordinatorMoved } from './broker-errors'
import type { Via } from './brokers'
import type { Answered } from './coordinators'
import { chooseVersion, speaks } from './versions'
import { consumerGroupDescribe, type DescribedConsumerGroup } from './wire/consumer-group-describe'
import { describeGroups, type DescribedGroup } from './wire/describe-groups'
import { listGroups } from './wire/list-groups'
import { readMemberAssignment } from './wire/member-assignment'
import { shareGroupDescribe, type DescribedShareGroup } from './wire/share-group-describe'

/** Groups in one describe request: members come with their subscriptions, which may be long. */
const describedAtOnce = 200
/** Describe requests to one coordinator under way at once. */
const describesAtOnce = 4

const states: ReadonlySet<string> = new Set<GroupState>([
  'PreparingRebalance',
  'CompletingRebalance',
  'Stable',
  'Empty',
  'Dead',
  'Assigning',
  'Reconciling',
  'NotReady',
])
const types: ReadonlySet<string> = new Set<GroupType>(['classic', 'consumer', 'share', 'streams'])

/** What one broker lists. @param of only these types, where the broker can tell (Kafka 3.8); empty = all */
export async function readGroups(
  via: Via,
  broker: number,
  of: readonly GroupType[],
): Promise<{ readonly error: number; readonly groups: readonly GroupListing[] }> {
  const { error, groups } = await via.send(listGroups, { states: [], types: of })
  return {
    error,
    groups: groups.map(({ id, protocolType, state, type }) => ({
      id,
      type: asType(type),
      state: asState(state),
      protocolType,
      coordinator: broker,
    })),
  }
}

/** One coordinator's groups, described. */
export class Description {
  private readonly via: Via
  private readonly broker: number
  private readonly log: Log
  private readonly found = new Map<string, Answered<GroupDescription>>()

  constructor(via: Via, broker: number, log: Log) {
    this.via = via
    this.broker = broker
    this.log = log
  }

  /**
   * Describes by the type each group is thought to have; asks the other request only about groups whose type is
   * unknown or turned out to be another.
   */
  async of(
    groups: readonly string[],
    typeOf: (id: string) => GroupType,
  ): Promise<ReadonlyMap<string, Answered<GroupDescription>>> {
    const newProtocol = speaks(consumerGroupDescribe, this.via.ranges)
    const shareGroups = speaks(shareGroupDescribe, this.via.ranges)
    const first = {
      consumer: [] as string[],
      classic: [] as string[],
      share: [] as string[],
      listed: [] as string[],
    }
    for (const id of groups) {
      const type = typeOf(id)
      if (type === 'share' && shareGroups) first.share.push(id)
      else if (type === 'share' || type === 'streams') first.listed.push(id)
      // The order of Kafka's own admin client: the new request first, the old one where that finds nothing.
      else if (newProtocol && type !== 'classic') first.consumer.push(id)
      else first.classic.push(id)
    }
    await Promise.all([
      this.consumer(first.consumer),
      this.classic(first.classic),
      this.share(first.share),
      this.listed(first.listed),
    ])
    const without = (asked: readonly string[]): string[] => asked.filter((id) => !this.found.has(id))
    const second = { consumer: newProtocol ? without(first.classic) : [], classic: without(first.consumer) }
    await Promise.all([this.consumer(second.consumer), this.classic(second.classic)])
    const third = without([...first.consumer, ...first.classic])
    await this.listed(third)
    if (shareGroups) await this.share(third.filter((id) => this.isShare(id)))
    for (const id of without(groups)) this.settle(id, KafkaError.groupIdNotFound)
    return this.found
  }

  private settle(id: string, error: number): void {
    this.found.set(
      id,
      coordinatorMoved(error) ? { moved: error } : { ok: false, error: brokerError(error, { group: id }) },
    )
  }

  private async consumer(groups: readonly string[]): Promise<void> {
    await inTurns(inGroupsOf(groups, describedAtOnce), describesAtOnce, async (some) => {
      const answer = await this.via.send(consumerGroupDescribe, { groups: some })
      // Kafka 3.9 may answer a group twice, first as not found, then with its row; in any order.
      const rows = [...answer.groups].sort((a, b) => Number(b.error === 0) - Number(a.error === 0))
      for (const row of rows) {
        if (this.found.has(row.id) || row.error === KafkaError.groupIdNotFound) continue
        if (row.error === KafkaError.none) this.found.set(row.id, { ok: true, value: this.ofConsumer(row) })
        else this.settle(row.id, row.error)
      }
    })
  }

  private async classic(groups: readonly string[]): Promise<void> {
    await inTurns(inGroupsOf(groups, describedAtOnce), describesAtOnce, async (some) => {
      const answer = await this.via.send(describeGroups, { groups: some })
      for (const row of answer.groups) {
        // Dead is said of groups of another type and of those that do not exist, too.
        if (row.error === KafkaError.groupIdNotFound || row.state === 'Dead') continue
        if (row.error === KafkaError.none) this.found.set(row.id, { ok: true, value: this.ofClassic(row) })
        else this.settle(row.id, row.error)
      }
    })
  }

  /** A group that is gone again is left as it was found before. */
  private async share(groups: readonly string[]): Promise<void> {
    await inTurns(inGroupsOf(groups, describedAtOnce), describesAtOnce, async (some) => {
      const answer = await this.via.send(shareGroupDescribe, { groups: some })
      for (const row of answer.groups) {
        if (row.error === KafkaError.groupIdNotFound) continue
        if (row.error === KafkaError.none) this.found.set(row.id, { ok: true, value: this.ofShare(row) })
        else this.settle(row.id, row.error)
      }
    })
  }

  private isShare(id: string): boolean {
    const found = this.found.get(id)
    return found !== undefined && 'ok' in found && found.ok && found.value.type === 'share'
  }

  /**
   * Streams groups, whose members take a request of their own, and groups that may be of any type: type and state as
   * ListGroups gives them.
   */
  private async listed(groups: readonly string[]): Promise<void> {
    const { via, broker } = this
    if (groups.length === 0 || !speaks(listGroups, via.ranges) || chooseVersion(listGroups, via.ranges) < 5)
      return
    const { error, groups: rows } = await readGroups(via, broker, ['share', 'streams'])
    const asked = new Set(groups)
    for (const row of rows)
      if (asked.has(row.id))
        this.found.set(row.id, { ok: true, value: { ...row, assignor: null, epoch: null, members: [] } })
    if (error !== KafkaError.none) for (const id of groups) if (!this.found.has(id)) this.settle(id, error)
  }

  private ofConsumer(row: DescribedConsumerGroup): GroupDescription {
    return {
      id: row.id,
      type: 'consumer',
      state: asState(row.state),
      protocolType: 'consumer',
      assignor: row.assignor === '' ? null : row.assignor,
      epoch: row.epoch,
      coordinator: this.broker,
      members: row.members.map((member): Member => ({ ...member, host: withoutSlash(member.host) })),
    }
  }

  private ofShare(row: DescribedShareGroup): GroupDescription {
    return {
      id: row.id,
      type: 'share',
      state: asState(row.state),
      protocolType: 'share',
      assignor: row.assignor === '' ? null : row.assignor,
      epoch: row.epoch,
      coordinator: this.broker,
      members: row.members.map((member): Member => ({
        ...member,
        instanceId: null,
        host: withoutSlash(member.host),
      })),
    }
  }

  private ofClassic(row: DescribedGroup): GroupDescription {
    return {
      id: row.id,
      type: 'classic',
      state: asState(row.state),
      protocolType: row.protocolType,
      assignor: row.protocol === '' ? null : row.protocol,
      epoch: null,
      coordinator: this.broker,
      members: row.members.map((member): Member => ({
        ...member,
        host: withoutSlash(member.host),
        // Only this protocol type says in Kafka's own form what a member holds.
        assignment: row.protocolType === 'consumer' ? this.assignment(row.id, member.assignment) : [],
      })),
    }
  }

  /** An assignor of somebody's own may write anything; then the member is shown without partitions. */
  private assignment(group: string, bytes: Uint8Array): readonly TopicPartition[] {
    try {
      return readMemberAssignment(bytes)
    } catch (error) {
      this.log.warn(
        `the assignment of a member of ${group} is not in the consumer protocol: ${String(error)}`,
      )
      return []
    }
  }
}

/** The outcome for a listing that failed as a whole. */
export function listingError(broker: number, code: number): Outcome<never> {
  const cause = brokerError(code, {})
  if (cause.code !== 'coordinator') return { ok: false, error: cause }
  const text = errorText('error.listing', broker, { id: `kafka.${code}`, args: [] })
  return { ok: false, error: laglineError('coordinator', text, { kafka: code }) }
}

function asState(state: string | null): GroupState {
  return state !== null && states.has(state) ? (state as GroupState) : 'Unknown'
}

function asType(type: string | null): GroupType {
  const lower = type?.toLowerCase() ?? ''
  return types.has(lower) ? (lower as GroupType) : 'unknown'
}

/** The broker prints an address without a name as `/10.0.0.7`. */
function withoutSlash(host: string): string {
  return host.startsWith('/') ? host.slice(1) : host
}
