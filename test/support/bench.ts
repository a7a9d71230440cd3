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
      await run((id, value) => measured.set(id, Math.max(value, measured.get(id) ?? 0)))
    } catch (error) {
      well = false
      say(`  FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  say(`\n${['budget'.padEnd(50), 'at most'.padStart(14), 'measured'.padStart(14)].join('  ')}`)
  for (const id of Object.keys(budgets) as BudgetId[]) {
    const budget: Budget = budgets[id]
    const value = measured.get(id)
    const over = value !== undefined && value > budget.atMost
    if (over) well = false
    const found = value === undefined ? 'not measured' : number(value, budget)
    say(
      `${[budget.what.padEnd(50), number(budget.atMost, budget).padStart(14), found.padStart(14)].join('  ')}${over ? '  OVER' : ''}`,
    )
  }
  return well
}

function number(value: number, { unit }: Budget): string {
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`
}
