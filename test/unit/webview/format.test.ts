import { expect, it } from 'vitest'
import { fill, pageFormat } from '../../../webview/format'

it('groups offsets beyond what a double holds', () => {
  expect(pageFormat('en').offset('9223372036854775807')).toBe('9,223,372,036,854,775,807')
  expect(pageFormat('de').offset('1234567')).toBe('1.234.567')
})

it('is short on the axis, in the reader’s own units', () => {
  expect([0, 950, 1_250, 2_500_000].map((n) => pageFormat('en').compact(n))).toEqual([
    '0',
    '950',
    '1.25K',
    '2.5M',
  ])
  expect(pageFormat('ko').compact(48_210)).toBe('4.82만')
})

it('shows the time of day in 24 hours, midnight as 00', () => {
  const format = pageFormat('en-US', 'UTC')
  expect(format.time(Date.UTC(2026, 10, 21, 14, 2, 11))).toBe('14:02:11')
  expect(format.minute(Date.UTC(2026, 10, 21, 0, 5))).toBe('00:05')
})

it('reads a locale it does not know as English', () => {
  expect(pageFormat('not a locale!').number(1_204)).toBe('1,204')
})

it('puts words in their places and leaves places without a word', () => {
  expect(fill('{1} of {0}, {2}', 'a', 'b')).toBe('b of a, {2}')
})
