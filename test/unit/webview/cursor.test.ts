import { expect, it } from 'vitest'
import { moveCursor, type Cursor, type CursorSpace } from '../../../webview/cursor'

const space: CursorSpace = {
  lines: ['a', 'b', 'others'],
  times: Array.from({ length: 30 }, (_, i) => i * 10),
  from: 45,
}
const walk = (from: Cursor | null, ...keys: readonly string[]) =>
  keys.reduce<Cursor | null>((cursor, key) => moveCursor(cursor, key, space) ?? null, from)

it('begins at the newest sample of the worst line', () => {
  expect(walk(null, 'End')).toEqual({ line: 'a', time: 290 })
  expect(walk(null, 'ArrowDown')).toEqual({ line: 'a', time: 290 })
})

it('walks through samples and lines and stops at their ends', () => {
  const newest = { line: 'a', time: 290 }
  expect(walk(newest, 'ArrowLeft', 'ArrowLeft', 'ArrowRight')).toEqual({ line: 'a', time: 280 })
  expect(walk(newest, 'ArrowRight')).toEqual(newest)
  expect(walk(newest, 'PageUp')).toEqual({ line: 'a', time: 190 })
  expect(walk(newest, 'ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual({ line: 'others', time: 290 })
  expect(walk(newest, 'ArrowUp')).toEqual(newest)
})

it('goes no further back than what is in sight', () => {
  expect(walk({ line: 'b', time: 290 }, 'Home')).toEqual({ line: 'b', time: 50 })
  expect(walk({ line: 'b', time: 290 }, 'Home', 'ArrowLeft', 'PageUp')).toEqual({ line: 'b', time: 50 })
})

it('begins with the worst line again when its own is gone', () => {
  expect(walk({ line: 'gone', time: 100 }, 'ArrowLeft')).toEqual({ line: 'a', time: 90 })
})

it('goes away with Escape, and leaves other keys to others', () => {
  expect(moveCursor({ line: 'a', time: 100 }, 'Escape', space)).toBeNull()
  expect(moveCursor(null, 'Tab', space)).toBeUndefined()
  expect(moveCursor(null, 'constructor', space)).toBeUndefined()
})

it('has nowhere to be without lines or samples', () => {
  expect(moveCursor(null, 'End', { ...space, lines: [] })).toBeNull()
  expect(moveCursor(null, 'End', { ...space, times: [] })).toBeNull()
})
