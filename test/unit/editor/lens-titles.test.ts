import { describe, expect, it } from 'vitest'
import type { GroupSnapshot } from '../../../src/clusters/types'
import { lensParts, type LensCluster } from '../../../src/editor/more/lens-titles'
import { english, group, seen } from './support'

const billing = group({ partitions: [seen(0, 90n, 0n, 100n)], state: 'Empty', emptySince: null })

function cluster(
  id: string,
  groups: readonly GroupSnapshot[] | null,
  more: Partial<LensCluster> = {},
): LensCluster {
  const byId = groups === null ? null : new Map(groups.map((each) => [each.id, each]))
  return { id, name: id, readOnly: false, state: 'connected', groups: byId, ...more }
}
const said = (...clusters: LensCluster[]): string[] =>
  lensParts('billing', clusters, 0, english).map(({ title, does }) => `${title} [${does}]`)

describe('the line above a group id', () => {
  it('says how the group does, and offers what can be done', () => {
    expect(said(cluster('demo', [billing]))).toEqual([
      'watching · lag 10 · Empty · classic [nothing]',
      'Reset… [reset]',
      'Lag Chart [chart]',
      'Reveal [reveal]',
    ])
  })

  it('offers no reset where there is none', () => {
    expect(said(cluster('demo', [billing], { readOnly: true })).join()).not.toMatch(/Reset/)
    expect(said(cluster('demo', [group({ type: 'streams' })])).join()).not.toMatch(/Reset/)
  })

  it('names the cluster where several are connected, and leaves out those that lack the group', () => {
    const titles = said(cluster('demo', [billing]), cluster('eu', [billing]), cluster('us', []))
    expect(titles.filter((title) => /\[nothing\]/.test(title))).toEqual([
      'demo: watching · lag 10 · Empty · classic [nothing]',
      'eu: watching · lag 10 · Empty · classic [nothing]',
    ])
  })

  it('says that nobody has connected, and connects only by a click', () => {
    expect(said(cluster('demo', null, { state: 'disconnected' }))).toEqual([
      'billing: connect to see how it does [connect]',
    ])
    expect(said(cluster('demo', null, { state: 'connecting' }))).toEqual([])
  })

  it('says that there is no such group only where that is known', () => {
    expect(said(cluster('demo', []))).toEqual(['No group billing on demo [nothing]'])
    expect(said(cluster('demo', []), cluster('eu', []))).toEqual([
      'No group billing on any connected cluster [nothing]',
    ])
    expect(said(cluster('demo', []), cluster('eu', null))).toEqual([])
  })
})
