import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDuration } from '../../../src/offsets/duration-input'
import { parseOffset, parseShift } from '../../../src/offsets/inputs'
import { parseDateTime } from '../../../src/offsets/time-input'
import { runs } from '../../support/fuzz'
import { NOW, say } from './support'

function reason(
  result: ReturnType<typeof parseOffset | typeof parseDateTime | typeof parseDuration>,
): string | null {
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
    ['whenever', /“whenever” is not a time/],
    ['yesterday or so', /is not a time/],
    ['2 hours ago 09:00 10:00', /is not a time/],
    ['from 9am to 10am', /is not a time/],
    ['today 25:00', /is not a time/],
    ['01/02/2026 10:00 am', /is not a time/],
    ['100 years ago', /before 1970/],
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

  // NOW is a Saturday, 13:00 in Berlin.
  it.each([
    ['2 hours ago', NOW - 7_200_000],
    ['2h ago', NOW - 7_200_000],
    ['1.5 hours ago', NOW - 5_400_000],
    ['3 days ago', NOW - 3 * 86_400_000],
    ['now', NOW],
    ['today 09:00', Date.UTC(2026, 0, 31, 8)],
    ['today', Date.UTC(2026, 0, 30, 23)],
    ['yesterday', Date.UTC(2026, 0, 29, 23)],
    ['yesterday at 14:30:05.250', Date.UTC(2026, 0, 30, 13, 30, 5, 250)],
    ['yesterday noon', Date.UTC(2026, 0, 30, 11)],
    ['today 09:00 UTC', Date.UTC(2026, 0, 31, 9)],
    ['9am', Date.UTC(2026, 0, 31, 8)],
    ['monday 10:00', Date.UTC(2026, 0, 26, 9)],
    ['last friday', Date.UTC(2026, 0, 29, 23)],
    ['2시간 전', NOW - 7_200_000],
    ['30분 전', NOW - 1_800_000],
    ['오늘 09:00', Date.UTC(2026, 0, 31, 8)],
    ['어제 오후 2시 30분', Date.UTC(2026, 0, 30, 13, 30)],
    ['어제 14시', Date.UTC(2026, 0, 30, 13)],
  ])('%s, in words', (input, time) => {
    expect(parseDateTime(input, berlin)).toEqual({ time })
  })

  it('takes words for what the clock shows in the zone meant, whatever zone the process has', () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Seoul', 'Asia/Kolkata')
    fc.assert(
      fc.property(moment, zones, fc.integer({ min: 0, max: 1439 }), (now, timeZone, minute) => {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const context = { now, timeZone }
        expect(parseDateTime(`today ${clock}`, context)).toEqual(
          'time' in parseDateTime(clock, context) ? parseDateTime(clock, context) : expect.anything(),
        )
      }),
      { numRuns: runs(50) },
    )
  })
})

describe('a shift', () => {
  it.each([
    ['-100', -100n],
    ['+100', 100n],
    ['1,000', 1_000n],
    ['- 5', -5n],
    ['\u22125', -5n],
    ['-9223372036854775807', -(2n ** 63n - 1n)],
  ])('%s', (input, by) => {
    expect(parseShift(input)).toBe(by)
  })

  it.each([
    ['', /^Enter by how many/],
    ['0', /by 0 moves nothing/],
    ['ten', /“ten” is not a number/],
    ['--5', /is not a number/],
    ['5-', /is not a number/],
    ['1.5', /is not a number/],
    ['9223372036854775808', /beyond the largest/],
    ['-99999999999999999999999', /beyond the largest/],
  ])('%j is refused with what to do', (input, text) => {
    expect(reason(parseShift(input))).toMatch(text)
  })

  it('reads every 64-bit number, and never another one', () => {
    fc.assert(
      fc.property(fc.bigInt(), (by) => {
        const read = parseShift(by.toString())
        const fits = by !== 0n && by < 2n ** 63n && by > -(2n ** 63n)
        expect(fits ? read === by : typeof read === 'object').toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.string(), (input) => {
        const read = parseShift(input)
        if (typeof read === 'bigint') expect(input.replace(/\D/g, '')).toMatch(/\d/)
        else expect(say(read)).toMatch(/[.]$/)
      }),
    )
  })
})

describe('a length of time', () => {
  const HOUR = 3_600_000
  it.each([
    ['PT1H', HOUR, 'PT1H'],
    ['pt1h30m', 1.5 * HOUR, 'PT1H30M'],
    ['P1D', 24 * HOUR, 'P1D'],
    ['P1DT0.25S', 24 * HOUR + 250, 'P1DT0.25S'],
    ['-PT1H30M', -1.5 * HOUR, 'PT-1H-30M'],
    ['PT-1H30M', -0.5 * HOUR, 'PT-30M'],
    ['90 min', 1.5 * HOUR, 'PT1H30M'],
    ['1h 30m', 1.5 * HOUR, 'PT1H30M'],
    ['1h30m', 1.5 * HOUR, 'PT1H30M'],
    ['2 hours ago', 2 * HOUR, 'PT2H'],
    ['3 days', 72 * HOUR, 'P3D'],
    ['1 day and 2 hours', 26 * HOUR, 'P1DT2H'],
    ['2시간 30분 전', 2.5 * HOUR, 'PT2H30M'],
    ['2주', 14 * 24 * HOUR, 'P14D'],
  ])('%s', (input, ms, iso) => {
    expect(parseDuration(input, NOW)).toEqual({ ms, iso })
  })

  it.each([
    ['', /^Enter how long ago/],
    ['P', /is not a length/],
    ['PT', /is not a length/],
    ['P1M', /months and years/],
    ['P1Y', /months and years/],
    ['1 month', /months and years/],
    ['1 fortnight', /is not a length/],
    ['soon', /is not a length/],
    ['PT0S', /No time at all/],
    ['P99999D', /before 1970/],
    ['P99999999999999999999999D', /before 1970/],
    ['-P999999999999D', /too far in the future/],
  ])('%j is refused with what to do', (input, text) => {
    expect(reason(parseDuration(input, NOW))).toMatch(text)
  })

  it('writes for the tool what it read itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ms) => {
        const read = parseDuration(`PT${ms < 0 ? '-' : ''}${(Math.abs(ms) / 1_000).toFixed(3)}S`, NOW)
        if (ms === 0) expect(reason(read)).toMatch(/No time at all/)
        else if ('iso' in read) expect(parseDuration(read.iso, NOW)).toEqual({ ms, iso: read.iso })
      }),
    )
    fc.assert(
      fc.property(fc.string(), (input) => {
        const read = parseDuration(input, NOW)
        if ('ms' in read) expect(Number.isSafeInteger(read.ms)).toBe(true)
        else expect(say(read)).toMatch(/[.]$/)
      }),
    )
  })
})
