/**
 * What the chart panel and its page say to each other. String-tagged unions; offsets are decimal strings; arrays of
 * numbers are typed arrays, which postMessage takes. Checked at the border by `chart-guard.ts`.
 */

/** How many samples the host keeps and the page draws. */
export const WINDOW_SAMPLES = 1_800

/** Which group a panel shows; also the page's saved state, so that a reload finds it again. */
export interface PanelTarget {
  /** Lagline's id of the cluster (not Kafka's). */
  readonly cluster: string
  readonly group: string
}

/** One partition at one moment, as the table shows it. */
export interface PartitionRow {
  readonly topic: string
  readonly partition: number
  /** Committed offset; null = none. */
  readonly committed: string | null
  /** Log start offset; null = unknown. */
  readonly start: string | null
  /** High watermark; null = unknown (no leader). */
  readonly end: string | null
  /** Null = unknown; never a guess. */
  readonly lag: number | null
  /** Client id and host of the member that holds it; null = nobody. */
  readonly member: string | null
  /** What is special about it, in the reader's language ("2,000 lost", "no leader"); null = nothing. */
  readonly note: string | null
}

/** Lag of one partition over time, beside `times`; NaN = unknown then. */
export interface LagSeries {
  readonly topic: string
  readonly partition: number
  readonly lag: Float64Array
}

/** Something that happened on the time axis. */
export interface ChartMark {
  /** Epoch ms. */
  readonly at: number
  readonly kind: 'rebalance' | 'reset'
  readonly text: string
}

/** First line of the panel. */
export interface PanelHeader {
  readonly group: string
  readonly cluster: string
  /** Kafka's name of the state. */
  readonly state: string
  /** Total lag; null = unknown. */
  readonly lag: number | null
  /** A sentence: the total, its trend, the worst partition. Also the chart's text for a screen reader. */
  readonly sentence: string
}

/** `live`: samples arrive. The others stand in place of, or above, the plot with their sentence. */
export type PanelStatus = 'loading' | 'live' | 'paused' | 'empty' | 'denied' | 'failed' | 'disconnected'

export type HostMessage =
  | {
      readonly type: 'init'
      readonly target: PanelTarget
      readonly locale: string
      readonly strings: PageStrings
    }
  /** The whole window kept in the host: sent after `ready` and whenever the series change. */
  | {
      readonly type: 'window'
      /** Epoch ms, ascending. */
      readonly times: Float64Array
      readonly series: readonly LagSeries[]
      readonly rows: readonly PartitionRow[]
      readonly header: PanelHeader
      readonly marks: readonly ChartMark[]
    }
  /** One more sample. `lag` is in the order of the last window's `series`. */
  | {
      readonly type: 'sample'
      readonly time: number
      readonly lag: Float64Array
      readonly rows: readonly PartitionRow[]
      readonly header: PanelHeader
      /** Those that are new; one the page has already (same moment, kind and text) is kept once. */
      readonly marks: readonly ChartMark[]
    }
  | { readonly type: 'status'; readonly status: PanelStatus; readonly text: string }
  | { readonly type: 'reply'; readonly request: number; readonly error: string | null }

export type PageRequest =
  /** Stop or go on polling for this panel. */
  | { readonly kind: 'pause'; readonly paused: boolean }
  /** Connect again, or read again after a failure. */
  | { readonly kind: 'retry' }
  /** Show the partition in the tree. */
  | { readonly kind: 'reveal'; readonly topic: string; readonly partition: number }

export type PageMessage =
  /** First of all: the page has loaded and wants `init` and `window`. */
  | { readonly type: 'ready' }
  /** Always answered by a `reply` with the same number. */
  | { readonly type: 'request'; readonly request: number; readonly body: PageRequest }

/** Columns of the table that can be sorted by. */
export type SortColumn = 'topic' | 'partition' | 'lag' | 'committed' | 'end' | 'member' | 'note'

/** Names of the ranges, in the order of `PageStrings.ranges`. */
export const RANGES = ['5m', '15m', '1h', 'all'] as const
export type RangeName = (typeof RANGES)[number]

/**
 * What the page keeps by `setState`, and what a serializer gets when a panel comes back. The host needs `target` only
 * (`targetOfState` in chart-guard.ts); the rest belongs to the page.
 */
export interface PageState {
  readonly target: PanelTarget
  readonly range: RangeName
  /** Keys of the lines the reader hid. */
  readonly hidden: readonly string[]
  readonly sort: { readonly column: SortColumn; readonly direction: 'ascending' | 'descending' }
  /** Pixels from the top of the table. */
  readonly scroll: number
  /** Line key to colour slot, so that a line keeps its colour when the page is loaded again. */
  readonly slots: Readonly<Record<string, number>>
}

/** Words of the page, sent by the host in the reader's language. `{0}` places as everywhere. */
export interface PageStrings {
  readonly chartLabel: string
  readonly tableLabel: string
  readonly range: string
  /** Labels of the ranges, in order: last 5 minutes, 15 minutes, 1 hour, everything kept. */
  readonly ranges: readonly [string, string, string, string]
  readonly pause: string
  readonly resume: string
  readonly retry: string
  readonly showAll: string
  /** Name of the line that sums what is not drawn; a `{0}` in it becomes the number of partitions it sums. */
  readonly others: string
  readonly topic: string
  readonly partition: string
  readonly committed: string
  readonly end: string
  readonly lag: string
  readonly member: string
  readonly note: string
  readonly unknown: string
  readonly none: string
  /** Hints of the column headings; `{0}` is the column. */
  readonly sortAscending: string
  readonly sortDescending: string
  /** `{0}` series, `{1}` time, `{2}` lag: read out while the keyboard walks through the samples. */
  readonly cursor: string
  /** `{0}` lines that the reader hid. */
  readonly hiddenSeries: string
  /** `{0}` drawn of `{1}` partitions. */
  readonly drawn: string
  /** Heading of the column with the check boxes that show and hide lines. */
  readonly line: string
  /** Label of such a check box; `{0}` is the partition, as in "orders-3", or the name of the summed line. */
  readonly drawLine: string
  /** Label of the button that shows a partition in the tree; `{0}` is the partition, as in "orders-3". */
  readonly reveal: string
  /** How to read the plot by keyboard: left and right walk through samples, up and down through lines. */
  readonly cursorHint: string
  /** Heading of the list of rebalances and resets under the plot. */
  readonly events: string
  /** Sentence when the host does not answer a request: what happened and what to do next. `{0}` seconds waited. */
  readonly noAnswer: string
}
