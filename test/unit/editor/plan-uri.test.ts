import { expect, it } from 'vitest'
import { planUriParts, readPlanUri } from '../../../src/editor/offsets/plan-uri'

const address = { id: '4f', cluster: 'c1', group: 'a/b "c" ü' }

it('comes back from its address', () => {
  const parts = planUriParts(address, 'Plan for a/b')
  expect(parts.path).toBe('/4f/Plan for a∕b')
  expect(readPlanUri(parts)).toEqual(address)
})

it.each([
  { scheme: 'file', path: '/4f/x', query: '["c1","g"]' },
  { scheme: 'lagline-plan', path: 'x', query: '["c1","g"]' },
  { scheme: 'lagline-plan', path: '/4f/x', query: '' },
  { scheme: 'lagline-plan', path: '/4f/x', query: '{}' },
  { scheme: 'lagline-plan', path: '/4f/x', query: '["c1",7]' },
])('is not read from %j', (uri) => {
  expect(readPlanUri(uri)).toBeNull()
})
