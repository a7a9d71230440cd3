import { expect, it } from 'vitest'
import type { PanelStatus } from '../../../src/shared/chart-protocol'
import { ColumnWidths } from '../../../webview/columns'
import { present } from '../../../webview/presentation'
import { strings, windowMessage } from '../../webview/support/messages'

/** plot? · where the sentence stands · busy? · retry? · pausable?, without and with samples. */
const expected: Readonly<Record<PanelStatus, readonly [string, string]>> = {
  loading: ['- instead busy - -', 'plot above busy - -'],
  live: ['- instead busy - pausable', 'plot beside - - pausable'],
  paused: ['- instead - - pausable', 'plot beside - - pausable'],
  empty: ['- instead - - -', '- instead - - -'],
  denied: ['- instead - retry -', '- instead - retry -'],
  failed: ['- instead - retry -', 'plot above - retry -'],
  disconnected: ['- instead - retry -', 'plot above - retry -'],
}

it.each(Object.entries(expected))('%s', (status, [without, withSamples]) => {
  const shown = (samples: boolean) => {
    const { plot, sentence, busy, retry, pausable } = present(status as PanelStatus, samples)
    const flag = (on: boolean, word: string) => (on ? word : '-')
    return [
      flag(plot, 'plot'),
      sentence,
      flag(busy, 'busy'),
      flag(retry, 'retry'),
      flag(pausable, 'pausable'),
    ].join(' ')
  }
  expect(shown(false)).toBe(without)
  expect(shown(true)).toBe(withSamples)
})

it('columns are as wide as their longest text, only grow, and have notes only where there are some', () => {
  const widths = new ColumnWidths(strings)
  const chars = (rows: Parameters<ColumnWidths['fit']>[0], column: 'committed' | 'topic') =>
    Number.parseInt((widths.fit(rows).widths.get(column) ?? '').replace('calc(', ''), 10)
  const { rows } = windowMessage({ partitions: 2, samples: 1 })
  const [row] = rows
  if (row === undefined) throw new Error('no row')
  const usual = chars(rows, 'committed')
  expect(chars([{ ...row, committed: '9223372036854775807' }], 'committed')).toBeGreaterThan(usual)
  expect(chars(rows, 'committed')).toBeGreaterThan(usual)
  expect(chars([{ ...row, topic: 'x'.repeat(249) }], 'topic')).toBeLessThan(40)
  expect(widths.shown).toBe(6)
  expect([...widths.fit([{ ...row, note: 'no leader' }]).widths.keys()].at(-1)).toBe('note')
})
