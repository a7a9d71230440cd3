/**
 * Looks at what came over the border between host and page before anybody believes it. Nothing here throws: what is
 * not a message is `null`, and the reader drops it.
 */
import {
  RANGES,
  type ChartMark,
  type HostMessage,
  type LagSeries,
  type PageMessage,
  type PageRequest,
  type PageState,
  type PageStrings,
  type PanelHeader,
  type PanelStatus,
  type PanelTarget,
  type PartitionRow,
  type SortColumn,
} from './chart-protocol'

type Fields = Readonly<Record<string, unknown>>
type Check<T> = (value: unknown) => value is T

const statuses: Readonly<Record<PanelStatus, true>> = {
  loading: true,
  live: true,
  paused: true,
  empty: true,
  denied: true,
  failed: true,
  disconnected: true,
}
const sortColumns: Readonly<Record<SortColumn, true>> = {
  topic: true,
  partition: true,
  lag: true,
  committed: true,
  end: true,
  member: true,
  note: true,
}

const isFields: Check<Fields> = (value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isString: Check<string> = (value) => typeof value === 'string'
const isBoolean: Check<boolean> = (value) => typeof value === 'boolean'
const isCount: Check<number> = (value): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isFinite: Check<number> = (value): value is number => Number.isFinite(value)
const isLag: Check<number> = (value): value is number => isFinite(value) && value >= 0
/** Offsets are int64 in Kafka: at most 19 digits, never negative where a log or a commit is. */
const isOffset: Check<string> = (value): value is string =>
  typeof value === 'string' && /^\d{1,19}$/.test(value)

const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value)
const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(check)
const key =
  <K extends string>(of: Readonly<Record<K, true>>): Check<K> =>
  (value): value is K =>
    typeof value === 'string' && Object.hasOwn(of, value)

/** By its tag, not by `instanceof`: the array may have been made in another frame's realm. */
const isDoubles: Check<Float64Array> = (value): value is Float64Array =>
  ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Float64Array]'
const isTimes: Check<Float64Array> = (value): value is Float64Array =>
  isDoubles(value) && value.every((time, i) => isFinite(time) && (i === 0 || time > (value[i - 1] ?? time)))
const isLags: Check<Float64Array> = (value): value is Float64Array =>
  isDoubles(value) && value.every((lag) => Number.isNaN(lag) || isLag(lag))

const isTarget: Check<PanelTarget> = (value): value is PanelTarget =>
  isFields(value) && isString(value.cluster) && isString(value.group)
const isSeries: Check<LagSeries> = (value): value is LagSeries =>
  isFields(value) && isString(value.topic) && isCount(value.partition) && isLags(value.lag)
const isMark: Check<ChartMark> = (value): value is ChartMark =>
  isFields(value) &&
  isFinite(value.at) &&
  (value.kind === 'rebalance' || value.kind === 'reset') &&
  isString(value.text)
const isHeader: Check<PanelHeader> = (value): value is PanelHeader =>
  isFields(value) &&
  isString(value.group) &&
  isString(value.cluster) &&
  isString(value.state) &&
  orNull(isLag)(value.lag) &&
  isString(value.sentence)
const isRow: Check<PartitionRow> = (value): value is PartitionRow =>
  isFields(value) &&
  isString(value.topic) &&
  isCount(value.partition) &&
  orNull(isOffset)(value.committed) &&
  orNull(isOffset)(value.start) &&
  orNull(isOffset)(value.end) &&
  orNull(isLag)(value.lag) &&
  orNull(isString)(value.member) &&
  orNull(isString)(value.note)

/** Every word there is, so that one that is missing is found by the compiler here and by the guard at run time. */
const words: Readonly<Record<Exclude<keyof PageStrings, 'ranges'>, true>> = {
  chartLabel: true,
  tableLabel: true,
  range: true,
  pause: true,
  resume: true,
  retry: true,
  showAll: true,
  others: true,
  topic: true,
  partition: true,
  committed: true,
  end: true,
  lag: true,
  member: true,
  note: true,
  unknown: true,
  none: true,
  sortAscending: true,
  sortDescending: true,
  cursor: true,
  hiddenSeries: true,
  drawn: true,
  line: true,
  drawLine: true,
  reveal: true,
  cursorHint: true,
  events: true,
  noAnswer: true,
}
const isStrings = (value: unknown): boolean =>
  isFields(value) &&
  Object.keys(words).every((word) => isString(value[word])) &&
  listOf(isString)(value.ranges) &&
  value.ranges.length === RANGES.length

/** What `window` and `sample` have in common. */
const hasNumbers = (value: Fields): boolean =>
  listOf(isRow)(value.rows) && isHeader(value.header) && listOf(isMark)(value.marks)

function isHostMessage(value: unknown): value is HostMessage {
  if (!isFields(value)) return false
  switch (value.type) {
    case 'init':
      return isTarget(value.target) && isString(value.locale) && isStrings(value.strings)
    case 'window': {
      const { times, series } = value
      if (!isTimes(times) || !listOf(isSeries)(series) || !hasNumbers(value)) return false
      return series.every(({ lag }) => lag.length === times.length)
    }
    case 'sample':
      return isFinite(value.time) && isLags(value.lag) && hasNumbers(value)
    case 'status':
      return key(statuses)(value.status) && isString(value.text)
    case 'reply':
      return isCount(value.request) && orNull(isString)(value.error)
    default:
      return false
  }
}

function isRequest(value: unknown): value is PageRequest {
  if (!isFields(value)) return false
  switch (value.kind) {
    case 'pause':
      return isBoolean(value.paused)
    case 'retry':
      return true
    case 'reveal':
      return isString(value.topic) && isCount(value.partition)
    default:
      return false
  }
}

function isPageMessage(value: unknown): value is PageMessage {
  if (!isFields(value)) return false
  return (
    value.type === 'ready' || (value.type === 'request' && isCount(value.request) && isRequest(value.body))
  )
}

function isPageState(value: unknown): value is PageState {
  if (!isFields(value) || !isTarget(value.target) || !isFields(value.sort) || !isFields(value.slots))
    return false
  const { column, direction } = value.sort
  return (
    RANGES.some((range) => range === value.range) &&
    listOf(isString)(value.hidden) &&
    key(sortColumns)(column) &&
    (direction === 'ascending' || direction === 'descending') &&
    isLag(value.scroll) &&
    Object.values(value.slots).every(isCount)
  )
}

/** A hostile value may throw when it is merely looked at (a getter, a proxy); that is no message either. */
function checked<T>(value: unknown, check: Check<T>): T | null {
  try {
    return check(value) ? value : null
  } catch {
    return null
  }
}

/** The page's side of the border: the message, or null for anything else. Never throws. */
export const hostMessage = (value: unknown): HostMessage | null => checked(value, isHostMessage)

/** The host's side of the border: the message, or null for anything else. Never throws. */
export const pageMessage = (value: unknown): PageMessage | null => checked(value, isPageMessage)

/** The page's own state as it was saved; null = none, or from another version. Never throws. */
export const pageState = (value: unknown): PageState | null => checked(value, isPageState)

/**
 * For the panel serializer: whose chart the saved state shows; null = not to be known. Asks for less than
 * `pageState`, so that a panel comes back also when the rest of the state has another form. Never throws.
 */
export const targetOfState = (value: unknown): PanelTarget | null =>
  checked(value, (state): state is { target: PanelTarget } => isFields(state) && isTarget(state.target))
    ?.target ?? null
