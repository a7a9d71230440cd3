import { type Budget, type BudgetId, budgets } from './budgets'

/** Notes what was measured for a budget, in the budget's unit; the worst of several notes counts. */
export type Measure = (id: BudgetId, value: number) => void

interface Bench {
  readonly name: string
  readonly run: (measure: Measure) => Promise<void> | void
}

const benches: Bench[] = []

/**
 * Registers a bench. Called at the top of a file `test/bench/*.bench.ts`; they run one after another, by `npm run
 * bench`, with the extension built and packaged.
 */
export function bench(name: string, run: Bench['run']): void {
  benches.push({ name, run })
}

/**
 * Runs every registered bench and prints each budget beside what was measured.
 * @returns true when no bench failed and no budget is exceeded; a budget that nothing measures is named as such
 */
export async function runBenches(say: (line: string) => void): Promise<boolean> {
  const measured = new Map<BudgetId, number>()
  let well = true
  for (const { name, run } of benches) {
    say(`measuring ${name} …`)
    try {
      await run((id, value) => {
        const before = measured.get(id) ?? value
        measured.set(id, 'atMost' in budgets[id] ? Math.max(value, before) : Math.min(value, before))
      })
    } catch (error) {
      well = false
      say(`  FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  say(`\n${['budget'.padEnd(50), 'promised'.padStart(22), 'measured'.padStart(14)].join('  ')}`)
  for (const id of Object.keys(budgets) as BudgetId[]) {
    const budget: Budget = budgets[id]
    const value = measured.get(id)
    const over = value !== undefined && isBroken(value, budget)
    if (over) well = false
    const found = value === undefined ? 'not measured' : number(value, budget)
    say(
      `${[budget.what.padEnd(50), promiseOf(budget).padStart(22), found.padStart(14)].join('  ')}${over ? '  BROKEN' : ''}`,
    )
  }
  return well
}

function isBroken(value: number, budget: Budget): boolean {
  return 'atMost' in budget ? value > budget.atMost : value < budget.atLeast
}

function promiseOf(budget: Budget): string {
  return 'atMost' in budget
    ? `at most ${number(budget.atMost, budget)}`
    : `at least ${number(budget.atLeast, budget)}`
}

function number(value: number, { unit }: Budget): string {
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`
}
