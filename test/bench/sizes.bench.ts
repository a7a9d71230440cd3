import { bench } from '../support/bench'
import type { BudgetId } from '../support/budgets'
import { builtSizes } from '../support/built'

bench('what is built and packaged', (measure) => {
  for (const [id, size] of Object.entries(builtSizes())) measure(id as BudgetId, size)
})
