import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDateTime, parseOffset } from '../../../src/offsets/inputs'
import { NOW, say } from './support'

function reason(result: ReturnType<typeof parseOffset> | ReturnType<typeof parseDateTime>): string | null {
  return typeof result === 'object' && 'id' in result ? say(result) : null
}

describe('an offset that is not a number', () => {
  it.each([
    ['', /^Enter an offset/],
    ['abc', /“abc” is not an offset/],
    ['1.5', /is not an offset/],
    ['1e3', /is not an offset/],
    ['0x10', /is not an offset/],
    ['12 3', /is not an offset/],
    ['1,23', /is not an offset/],
    ['-1', /cannot be below 0/],
    ['9223372036854775808', /beyond the largest offset/],
  ])('%j is refused with what to do', (input, text) => {
    expect(reason(parseOffset(input))).toMatch(text)
  })

  it.each([
    ['0', 0n],
    [' 4310 ', 4310n],
    ['4,310', 4310n],
    ['1 234 567', 1234567n],
    ['007', 7n],
    ['9223372036854775807', 2n ** 63n - 1n],
  ])('%j is an offset', (input, offset) => {
    expect(parseOffset(input)).toBe(offset)
  })

  it('reads every offset as it is written, and as it is shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (offset) => {
        expect(parseOffset(offset.toString())).toBe(offset)
        expect(parseOffset(offset.toLocaleString('en-US'))).toBe(offset)
      }),
    )
  })

  it('never throws and never guesses', () => {
    fc.assert(
      fc.property(fc.string(), (input) => {
        const result = parseOffset(input)
        if (typeof result === 'bigint') expect(input.replace(/\D/g, '')).toMatch(/^\d+$/)
        else expect(say(result)).toMatch(/[.]$/)
      }),
    )
  })
})

describe('a date that is none', () => {
  it.each([
    ['', /^Enter a time/],
    ['yesterday', /“yesterday” is not a time/],
    ['2026-1-1', /is not a time/],
    ['2026-01-31T', /is not a time/],
    ['31.01.2026 10:00', /is not a time/],
    ['2026-02-31 10:00', /2026-02-31 10:00 does not exist. Check the day/],
    ['2025-02-29', /does not exist/],
    ['2026-13-01', /does not exist/],
    ['2026-00-10', /does not exist/],
    ['2026-01-31 24:00', /hours go to 23/],
    ['2026-01-31 10:60', /hours go to 23/],
    ['2026-01-31T10:00:00.000+25:00', /is not a time zone offset/],
    ['2026-01-31T10:00:00.0000Z', /is not a time/],
    ['1969-12-31T23:00Z', /before 1970/],
  ])('%j is refused with the form expected', (input, text) => {
    expect(reason(parseDateTime(input, { now: NOW, timeZone: 'UTC' }))).toMatch(text)
  })

  it('refuses an hour over which the clocks go forward', () => {
    const context = { now: NOW, timeZone: 'Europe/Berlin' }
    expect(reason(parseDateTime('2026-03-29 02:30', context))).toMatch(/the clocks go forward/)
    expect(parseDateTime('2026-03-29 03:30', context)).toEqual({ time: Date.UTC(2026, 2, 29, 1, 30) })
  })
})

describe('a time', () => {
  const berlin = { now: NOW, timeZone: 'Europe/Berlin' }
  it.each([
    ['2026-01-31T14:05:06.789Z', Date.UTC(2026, 0, 31, 14, 5, 6, 789)],
    ['2026-01-31T14:05:06.7Z', Date.UTC(2026, 0, 31, 14, 5, 6, 700)],
    ['2026-01-31 14:05:06', Date.UTC(2026, 0, 31, 13, 5, 6)],
    ['2026-07-31 14:05', Date.UTC(2026, 6, 31, 12, 5)],
    ['2026-01-31T14:05+05:30', Date.UTC(2026, 0, 31, 8, 35)],
    ['2026-01-31T14:05-0800', Date.UTC(2026, 0, 31, 22, 5)],
    ['2026-01-31T14:05+02', Date.UTC(2026, 0, 31, 12, 5)],
    ['2026-01-31', Date.UTC(2026, 0, 30, 23)],
    ['10:30', Date.UTC(2026, 0, 31, 9, 30)],
    ['10:30Z', Date.UTC(2026, 0, 31, 10, 30)],
    ['2026-10-25 02:30', Date.UTC(2026, 9, 25, 0, 30)],
    ['2024-02-29', Date.UTC(2024, 1, 28, 23)],
  ])('%s', (input, time) => {
    expect(parseDateTime(input, berlin)).toEqual({ time })
  })

  const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) })

  it('reads every moment in ISO form', () => {
    fc.assert(
      fc.property(moment, (time) => {
        expect(parseDateTime(new Date(time).toISOString(), { now: NOW })).toEqual({ time })
      }),
    )
  })

  it('reads what a local clock shows, in any zone, except for the hour a clock shows twice', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Asia/Seoul',
      'Australia/Lord_Howe',
    )
    fc.assert(
      fc.property(moment, zones, (time, timeZone) => {
        const wall = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(time)
        const read = parseDateTime(wall, { now: NOW, timeZone })
        const second = Math.floor(time / 1000) * 1000
        const found = 'time' in read ? read.time : NaN
        // Where the clock went back, the earlier of both moments; zones go back by an hour or half of one.
        expect([0, 1_800_000, 3_600_000]).toContain(second - found)
      }),
    )
  })

  it('reads times without a zone as the process’s own', () => {
    expect(parseDateTime('2026-07-01 08:00:00', { now: NOW })).toEqual({
      time: new Date(2026, 6, 1, 8).getTime(),
    })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (input) => {
        const result = parseDateTime(input, { now: NOW })
        expect('time' in result || say(result).length > 0).toBe(true)
      }),
    )
  })
})
