import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { hostMessage, pageMessage, pageState, targetOfState } from '../../../src/shared/chart-guard'
import type { HostMessage, PageMessage, PageState } from '../../../src/shared/chart-protocol'
import { init, sampleMessage, target, windowMessage } from '../../webview/support/messages'

const scene = { partitions: 3, samples: 4 }
const fromHost: readonly HostMessage[] = [
  init(),
  windowMessage(scene),
  windowMessage({ partitions: 0, samples: 0 }),
  windowMessage({ ...scene, lag: (p, i) => (i === 1 ? NaN : p) }),
  sampleMessage(scene, 1, [{ at: 5, kind: 'reset', text: 'Reset to earliest' }]),
  { type: 'status', status: 'denied', text: 'Not authorized.' },
  { type: 'reply', request: 0, error: null },
  { type: 'reply', request: 3, error: 'The broker is gone.' },
]
const fromPage: readonly PageMessage[] = [
  { type: 'ready' },
  { type: 'request', request: 1, body: { kind: 'pause', paused: true } },
  { type: 'request', request: 2, body: { kind: 'retry' } },
  { type: 'request', request: 3, body: { kind: 'reveal', topic: 'orders', partition: 0 } },
]
const state: PageState = {
  target,
  range: '15m',
  hidden: ['orders-1'],
  sort: { column: 'lag', direction: 'descending' },
  scroll: 12.5,
  slots: { 'orders-1': 3 },
}

/** A message with one field, by its path, replaced. */
function withField(message: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  const copy: unknown = Array.isArray(message) ? [...(message as unknown[])] : { ...(message as object) }
  const fields = copy as Record<string | number, unknown>
  fields[first] = withField(fields[first], rest, value)
  return copy
}

describe('messages of the host', () => {
  it.each(fromHost)('lets $type through as it is', (message) => {
    expect(hostMessage(message)).toBe(message)
  })

  it('lets through what structured cloning makes of it', () => {
    for (const message of fromHost) expect(hostMessage(structuredClone(message))).toEqual(message)
  })

  it.each([
    ['no object', null],
    ['a list', []],
    ['an unknown type', { type: 'data' }],
    ['a type of the prototype', { type: 'constructor' }],
    ['an unknown status', { type: 'status', status: 'toString', text: '' }],
    ['an error that is no text', { type: 'reply', request: 1, error: 5 }],
    ['a request number that is none', { type: 'reply', request: -1, error: null }],
    ['a missing word', withField(init(), ['strings', 'retry'], undefined)],
    ['three ranges', withField(init(), ['strings', 'ranges'], ['a', 'b', 'c'])],
    ['times in a plain list', withField(windowMessage(scene), ['times'], [1, 2, 3, 4])],
    ['times in single precision', withField(windowMessage(scene), ['times'], Float32Array.of(1, 2, 3, 4))],
    ['times that go back', withField(windowMessage(scene), ['times'], Float64Array.of(1, 2, 2, 3))],
    ['an unknown time', withField(windowMessage(scene), ['times'], Float64Array.of(1, NaN, 3, 4))],
    [
      'a series of another length',
      withField(windowMessage(scene), ['series', 0, 'lag'], new Float64Array(3)),
    ],
    ['a negative lag', withField(windowMessage(scene), ['series', 0, 'lag'], Float64Array.of(0, -1, 0, 0))],
    ['an endless lag', withField(sampleMessage(scene, 1), ['lag'], Float64Array.of(0, Infinity, 0))],
    ['an offset as number', withField(windowMessage(scene), ['rows', 0, 'end'], 5)],
    ['an offset below zero', withField(windowMessage(scene), ['rows', 0, 'end'], '-1')],
    ['an offset that is no number', withField(windowMessage(scene), ['rows', 0, 'committed'], '12x')],
    ['half a partition', withField(windowMessage(scene), ['rows', 0, 'partition'], 0.5)],
    ['an unknown lag that is not null', withField(windowMessage(scene), ['rows', 0, 'lag'], NaN)],
    [
      'a mark of another kind',
      withField(windowMessage(scene), ['marks'], [{ at: 1, kind: 'party', text: '' }]),
    ],
    ['no header', withField(sampleMessage(scene, 1), ['header'], undefined)],
  ])('drops %s', (_, message) => {
    expect(hostMessage(message)).toBeNull()
  })
})

describe('messages of the page', () => {
  it.each(fromPage)('lets $type through as it is', (message) => {
    expect(pageMessage(message)).toBe(message)
  })

  it.each([
    ['no object', 'ready'],
    ['a message of the host', { type: 'reply', request: 1, error: null }],
    ['a request without number', { type: 'request', body: { kind: 'retry' } }],
    ['a request without body', { type: 'request', request: 1 }],
    ['an unknown request', { type: 'request', request: 1, body: { kind: 'reset' } }],
    ['a pause that does not say which', { type: 'request', request: 1, body: { kind: 'pause' } }],
    [
      'a partition below zero',
      { type: 'request', request: 1, body: { kind: 'reveal', topic: 'orders', partition: -1 } },
    ],
  ])('drops %s', (_, message) => {
    expect(pageMessage(message)).toBeNull()
  })
})

describe('the saved state', () => {
  it('is read back after it went through JSON', () => {
    const saved: unknown = JSON.parse(JSON.stringify(state))
    expect(pageState(saved)).toEqual(state)
    expect(targetOfState(saved)).toEqual(target)
  })

  it.each([
    ['nothing', undefined],
    ['another range', withField(state, ['range'], '2h')],
    ['another column', withField(state, ['sort', 'column'], 'colour')],
    ['a slot that is none', withField(state, ['slots'], { a: -1 })],
    ['no group', withField(state, ['target', 'group'], undefined)],
  ])('is dropped with %s', (_, saved) => {
    expect(pageState(saved)).toBeNull()
  })

  it('gives the target also where the rest has another form', () => {
    expect(targetOfState({ target, later: true })).toEqual(target)
    expect(targetOfState({ target: 'billing' })).toBeNull()
    expect(targetOfState(null)).toBeNull()
  })
})

describe('whatever comes', () => {
  const guards = [hostMessage, pageMessage, pageState, targetOfState]

  it('never throws', () => {
    const types = fc.constantFrom('init', 'window', 'sample', 'status', 'reply', 'ready', 'request', 'other')
    const message = fc.tuple(types, fc.object()).map(([type, fields]) => ({ ...fields, type }))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), message), (value) => {
        for (const guard of guards) guard(value)
      }),
    )
  })

  it('takes a value that throws when it is looked at for no message', () => {
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('mine')
        },
      },
    )
    for (const guard of guards) expect(guard(hostile)).toBeNull()
  })
})
