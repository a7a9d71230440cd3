import { expect, it } from 'vitest'
import { budgets } from '../support/budgets'
import { builtSizes } from '../support/built'

const sizes = builtSizes()

it.each(Object.keys(sizes) as (keyof typeof sizes)[])('%s is within its budget', (id) => {
  expect(sizes[id]).toBeGreaterThan(1)
  expect(sizes[id], budgets[id].what).toBeLessThanOrEqual(budgets[id].atMost)
})
