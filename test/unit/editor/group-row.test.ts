import { describe, expect, it } from 'vitest'
import { groupRow } from '../../../src/editor/tree/rows/group-row'
import { errorText, laglineError } from '../../../src/model/errors'
import { textsOf } from '../../../src/model/text'
import { lagTexts } from '../../../src/model/texts/lag'
import { english, group, member, seen, seenShare } from './support'

const say = textsOf(lagTexts)
const rights = { writable: true, undoable: false, now: 100_000_000 }

describe('the row of a group', () => {
  it('says verdict, lag, state with members, and type', () => {
    const row = groupRow(
      group({
        partitions: [seen(0, 4_310n, 0n, 4_912n), seen(1, 4_310n, 0n, 4_912n)],
        members: [member, member],
        verdict: { kind: 'fallingBehind', evidence: say('lag.keeping.none') },
      }),
      rights,
      english,
    )
    expect(row.label).toBe('billing')
    expect(row.description).toBe('falling behind · lag 1,204 · Stable, 2 members · classic')
    expect(row.accessible).toBe(
      'billing, consumer group, falling behind, lag 1,204, Stable, 2 members, classic',
    )
    expect(row.icon).toEqual({ id: 'warning', color: 'problemsWarningIcon.foreground' })
  })

  it('of a share group says the lag that the broker tells, and at least that where it does not tell all', () => {
    const row = (...partitions: Parameters<typeof seenShare>[]) =>
      groupRow(
        group({
          type: 'share',
          state: 'Empty',
          members: [],
          partitions: partitions.map((p) => seenShare(...p)),
        }),
        rights,
        english,
      )
    const told = row([0, 40n, 25n, 100n], [1, 0n, 5n, 5n])
    expect(told.description).toBe('watching · lag 30 · Empty · share group')
    expect(told.accessible).toBe('billing, group, watching, lag 30, Empty, share group')
    const partly = row([0, 40n, 25n, 100n], [1, -1n, null, 5n])
    expect(partly.description).toBe('watching · lag at least 25 · Empty · share group')
    expect(partly.tooltip.join()).toContain('has not begun to read')
  })

  it('says how long it has been Empty, as a lower bound', () => {
    const row = groupRow(
      group({
        partitions: [seen(0, 0n, 0n, 48_210n)],
        state: 'Empty',
        members: [],
        emptySince: rights.now - 3 * 3_600_000 - 5,
        verdict: { kind: 'stopped', evidence: say('lag.keeping.none') },
      }),
      rights,
      english,
    )
    expect(row.description).toBe('stopped · lag 48,210 · Empty for at least 3 h · classic')
  })

  it('calls a total of which a part is unknown "at least"', () => {
    const row = groupRow(group({ partitions: [seen(0, 1n, 0n, 5n), seen(1, null, 0n, 5n)] }), rights, english)
    expect(row.description).toBe('watching · lag at least 4 · Stable · classic')
    expect(row.tooltip).toContain('Partitions without a commit or a leader are not in the total.')
  })

  it('says nothing of a lag that was not read', () => {
    expect(groupRow(group(), rights, english).description).toBe('Stable · classic')
  })

  it('tells why it could not be read in place of numbers', () => {
    const error = laglineError('notAuthorized', errorText('error.groupNotFound', 'billing'))
    const row = groupRow(group({ error }), rights, english)
    expect(row.description).toBe('The group billing does not exist (any more). Refresh the list.')
    expect(row.icon?.id).toBe('lock')
  })

  it('offers a reset where offsets can be moved, and says in the tooltip why not', () => {
    const tokens = (more: Parameters<typeof group>[0], own = rights) => {
      const row = groupRow(group(more), own, english)
      return { context: row.context.split(';'), tooltip: row.tooltip.join('\n') }
    }
    const active = tokens({})
    expect(active.context).toEqual(['group', 'state=Stable', 'type=classic', 'writable', 'movable'])
    expect(active.tooltip).toContain('stop its consumers first')
    expect(tokens({ state: 'Empty' }).context).toContain('deletable')
    expect(tokens({ state: 'Empty' }, { ...rights, undoable: true }).context).toContain('undo')
    const streams = tokens({ type: 'streams' })
    expect(streams.context).not.toContain('movable')
    expect(streams.tooltip).toContain('kafka-streams-groups.sh')
    expect(tokens({ type: 'share', state: 'Empty' }).context).toEqual(
      expect.arrayContaining(['movable', 'deletable']),
    )
    const old = laglineError('unsupported', errorText('error.unsupported.share', '4.1'))
    const tooOld = tokens({ type: 'share', state: 'Empty', error: old })
    expect(tooOld.context).toEqual(['group', 'state=Empty', 'type=share', 'writable'])
    expect(tooOld.tooltip).toContain('needs Kafka 4.1 or newer')
    const readOnly = tokens({ state: 'Empty' }, { ...rights, writable: false, undoable: true })
    expect(readOnly.context).toEqual(['group', 'state=Empty', 'type=classic'])
    expect(readOnly.tooltip).toContain('read-only')
  })

  it('never shows state by colour alone', () => {
    for (const kind of ['keepingUp', 'fallingBehind', 'stuck', 'stopped', 'idle'] as const) {
      const row = groupRow(
        group({ partitions: [], verdict: { kind, evidence: say('lag.keeping.none') } }),
        rights,
        english,
      )
      expect(row.icon?.id).toBeDefined()
      expect(row.description?.split(' · ')[0]).toMatch(/^(keeping up|falling behind|stuck|stopped|idle)$/)
    }
  })
})
