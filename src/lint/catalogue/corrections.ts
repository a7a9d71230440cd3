import type { Constraint } from './constraints'
import type { KafkaVersion } from './versions'

/** What a setting may hold from a release on. */
export interface ConstraintSince {
  readonly since: KafkaVersion
  readonly constraint: Constraint
}

const segmentBytes: readonly ConstraintSince[] = [
  { since: 0, constraint: { kind: 'range', min: 14, max: null, also: [] } },
  { since: 4000, constraint: { kind: 'range', min: 1048576, max: null, also: [] } },
]

/** Ranges that changed between releases (KIP-1030) and a list that Kafka compares without case, by `<role letter>:<key>`. */
const constraintCorrections: ReadonlyMap<string, readonly ConstraintSince[]> = new Map([
  ['t:segment.bytes', segmentBytes],
  ['b:log.segment.bytes', segmentBytes],
  [
    'w:connect.protocol',
    [
      {
        since: 0,
        constraint: { kind: 'oneOf', values: ['eager', 'compatible', 'sessioned'], ignoreCase: true },
      },
    ],
  ],
])

export function correctedConstraints(roleLetter: string, key: string): readonly ConstraintSince[] | null {
  return constraintCorrections.get(`${roleLetter}:${key}`) ?? null
}

/** Values that only releases before `until` accept; the documentation's lists hold the latest ones alone. */
export const retiredValues: ReadonlyMap<
  string,
  { readonly until: KafkaVersion; readonly values: readonly string[] }
> = new Map([
  ['client.dns.lookup', { until: 3000, values: ['default'] }],
  ['processing.guarantee', { until: 4000, values: ['exactly_once', 'exactly_once_beta'] }],
  ['built.in.metrics.version', { until: 3000, values: ['0.10.0-2.4'] }],
  [
    'upgrade.from',
    {
      until: 4000,
      values: ['0.10.0', '0.10.1', '0.10.2', '0.11.0', '1.0', '1.1', '2.0', '2.1', '2.2', '2.3'],
    },
  ],
])

/** Values that start with a word of their own and exist since a release (KIP-1106). */
export const BY_DURATION = 'by_duration:'
export const byDurationSince: KafkaVersion = 4000

/** Keys whose value is a metadata version: any `X.Y[-IVn]` is accepted, whatever the list of one release says. */
export const metadataVersionKeys: ReadonlySet<string> = new Set([
  'inter.broker.protocol.version',
  'log.message.format.version',
  'message.format.version',
])

/** STRING keys whose value is a comma-separated list of the documented values. */
export const commaListKeys: ReadonlySet<string> = new Set(['topology.optimization'])
