/** Every contributed id, once. A test compares this table with package.json in both directions. */

export const CommandId = {
  clusterAdd: 'lagline.cluster.add',
  clusterConnect: 'lagline.cluster.connect',
  clusterDisconnect: 'lagline.cluster.disconnect',
  clusterRemove: 'lagline.cluster.remove',
  clusterRename: 'lagline.cluster.rename',
  clusterRegistryLogin: 'lagline.cluster.registryLogin',
  clusterCancel: 'lagline.cluster.cancel',
  clusterRetry: 'lagline.cluster.retry',
  clusterWhy: 'lagline.cluster.why',
  viewMore: 'lagline.view.more',
  selectionDelete: 'lagline.selection.delete',
  viewClearFilter: 'lagline.view.clearFilter',
  viewRefresh: 'lagline.view.refresh',
  viewFilter: 'lagline.view.filter',
  groupReset: 'lagline.group.reset',
  groupUndo: 'lagline.group.undo',
  groupDelete: 'lagline.group.delete',
  groupChart: 'lagline.group.chart',
  groupCopyId: 'lagline.group.copyId',
  partitionSeek: 'lagline.partition.seek',
  partitionPeek: 'lagline.partition.peek',
  recordsOlder: 'lagline.records.older',
  recordsNewer: 'lagline.records.newer',
  recordsAt: 'lagline.records.at',
  recordsDecodeAs: 'lagline.records.decodeAs',
  recordsResetHere: 'lagline.records.resetHere',
  planApply: 'lagline.plan.apply',
  planChange: 'lagline.plan.change',
  planCopyCommand: 'lagline.plan.copyCommand',
  groupResetParts: 'lagline.group.resetParts',
  groupClone: 'lagline.group.clone',
  groupsReset: 'lagline.groups.reset',
  csvApply: 'lagline.csv.apply',
  planRefresh: 'lagline.plan.refresh',
  planExportCsv: 'lagline.plan.exportCsv',
  planSort: 'lagline.plan.sort',
  planFilter: 'lagline.plan.filter',
  planRecordTimes: 'lagline.plan.recordTimes',

  ruleExplain: 'lagline.rule.explain',

  logShow: 'lagline.log.show',

  changeShow: 'lagline.change.show',
  changeUndo: 'lagline.change.undo',
  changeCopy: 'lagline.change.copy',
  changeExport: 'lagline.change.export',
  changesRefresh: 'lagline.changes.refresh',
  changesExport: 'lagline.changes.export',
  changesUndo: 'lagline.changes.undo',
  groupsDelete: 'lagline.groups.delete',
  groupDeleteOffsets: 'lagline.group.deleteOffsets',
  groupReveal: 'lagline.group.reveal',
  bookmarkSave: 'lagline.bookmark.save',
  bookmarkCompare: 'lagline.bookmark.compare',
  bookmarkGoBack: 'lagline.bookmark.goBack',
  bookmarkRemove: 'lagline.bookmark.remove',
} as const
export type CommandId = (typeof CommandId)[keyof typeof CommandId]

export const ViewId = {
  container: 'lagline',
  clusters: 'lagline.clusters',
  changes: 'lagline.changes',
} as const

export const SettingId = {
  clusters: 'lagline.clusters',
  pollSeconds: 'lagline.poll.seconds',
  treePollSeconds: 'lagline.poll.treeSeconds',
  connectTimeout: 'lagline.timeout.connectSeconds',
  requestTimeout: 'lagline.timeout.requestSeconds',
  lintEnabled: 'lagline.lint.enabled',
  lintSeverity: 'lagline.lint.severity',
  lintKafkaVersion: 'lagline.lint.kafkaVersion',
  codeLensEnabled: 'lagline.codeLens.enabled',
  lintRun: 'lagline.lint.run',
  lintPreset: 'lagline.lint.preset',
  lintExclude: 'lagline.lint.exclude',
} as const
export type SettingId = (typeof SettingId)[keyof typeof SettingId]

export const ContextKey = {
  hasClusters: 'lagline.hasClusters',
  planIsOpen: 'lagline.planIsOpen',
  planIsApplicable: 'lagline.planIsApplicable',
  viewIsFiltered: 'lagline.viewIsFiltered',
  recordsAreOpen: 'lagline.recordsAreOpen',
} as const
export type ContextKey = (typeof ContextKey)[keyof typeof ContextKey]

export const PanelId = { chart: 'lagline.chart' } as const

/** Code actions that put right what is safe to put right. */
export const FIX_ALL = 'source.fixAll.lagline'

/** Scheme of the read-only plan documents. */
export const PLAN_SCHEME = 'lagline-plan'

/** Scheme of the read-only documents with records. */
export const RECORDS_SCHEME = 'lagline-records'
/** Scheme of the read-only texts of changes made before. */
export const CHANGE_SCHEME = 'lagline-change'

export const DIAGNOSTIC_SOURCE = 'lagline'
