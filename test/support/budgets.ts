/** A promise about a number: measured at most `atMost` or at least `atLeast` `unit`s. KB = 1,024 bytes. */
export type Budget = {
  readonly what: string
  /** `×` = how many times as long as something else that is measured in the same run. */
  readonly unit: 'KB' | 'ms' | 'requests' | '×' | 'files/s'
} & ({ readonly atMost: number } | { readonly atLeast: number })

/** Every budget, once; `npm run bench` prints each beside what was measured. */
export const budgets = {
  sizeHost: { what: 'dist/extension.js, minified', unit: 'KB', atMost: 100 },
  sizeKafka: { what: 'dist/kafka.js, minified', unit: 'KB', atMost: 320 },
  sizeDecoders: { what: 'dist/decoders.js, minified', unit: 'KB', atMost: 350 },
  sizeLintCode: { what: 'dist/lint-code.js, minified', unit: 'KB', atMost: 450 },
  sizeLint: { what: 'dist/lint.js, minified', unit: 'KB', atMost: 250 },
  sizeLintYaml: { what: 'dist/lint-yaml.js, minified', unit: 'KB', atMost: 170 },
  sizeWebview: { what: 'dist/webview, js and css, minified', unit: 'KB', atMost: 500 },
  sizeVsix: { what: 'the VSIX', unit: 'KB', atMost: 800 },
  activate: { what: 'activate() in a running editor', unit: 'ms', atMost: 20 },
  requestsGroup50: { what: 'refresh of one group with 50 topics, one broker', unit: 'requests', atMost: 7 },
  requestsLag200: { what: 'lag of 200 groups, one broker', unit: 'requests', atMost: 8 },
  requestsPeek: { what: 'peek of 50 records at a committed offset', unit: 'requests', atMost: 4 },
  peek50: { what: 'peek of 50 records, one local broker', unit: 'ms', atMost: 300 },
  requestsApply: {
    what: 'a reset from the last confirmation to the read-back',
    unit: 'requests',
    atMost: 8,
  },
  resetShare: { what: 'its time for 1,000 partitions, of Kafka’s own command', unit: '×', atMost: 0.25 },
  plan50k: { what: 'a plan of 50,000 partitions with its text', unit: 'ms', atMost: 300 },
  requestsReset: { what: 'a reset from the click to the read-back', unit: 'requests', atMost: 14 },
  lintProperties: { what: '.properties files of 50 lines, linted', unit: 'files/s', atLeast: 10_000 },
  lintTimes: { what: 'linting them beside reading and splitting them', unit: '×', atMost: 4 },
  lintYaml: { what: 'YAML files of 50 lines, linted', unit: 'files/s', atLeast: 1000 },
  lintLong: { what: 'linting a file of 1,000 lines, with fixes', unit: 'ms', atMost: 10 },
  lintStart: { what: 'dist/lint.js, from its start to its findings', unit: 'ms', atMost: 300 },
} as const satisfies Readonly<Record<string, Budget>>

/** Names a budget. */
export type BudgetId = keyof typeof budgets
