import { beforeEach, describe, expect, it } from 'vitest'
import type { PageMessage } from '../../../src/shared/chart-protocol'
import { Announcer, QUIET_MS } from '../../../webview/announcer'
import { ANSWER_WITHIN_MS, Requests } from '../../../webview/host'
import { HandTimers } from './timers'

let timers: HandTimers
beforeEach(() => {
  timers = new HandTimers()
})

describe('requests', () => {
  let posted: PageMessage[]
  let requests: Requests
  beforeEach(() => {
    posted = []
    requests = new Requests((message) => posted.push(message), timers)
  })

  it('are numbered and end with their own reply', async () => {
    const first = requests.send({ kind: 'retry' }, 'silent')
    const second = requests.send({ kind: 'pause', paused: true }, 'silent')
    expect(posted).toEqual([
      { type: 'request', request: 1, body: { kind: 'retry' } },
      { type: 'request', request: 2, body: { kind: 'pause', paused: true } },
    ])
    requests.reply(2, null)
    requests.reply(1, 'The broker is gone.')
    expect(await second).toBeNull()
    expect(await first).toBe('The broker is gone.')
    expect(timers.waiting).toBe(0)
  })

  it('say so when no reply comes in time', async () => {
    const answer = requests.send({ kind: 'retry' }, 'No answer within 20 seconds.')
    timers.pass(ANSWER_WITHIN_MS)
    expect(await answer).toBe('No answer within 20 seconds.')
  })

  it('let replies to nothing, and late ones, pass', async () => {
    requests.reply(7, null)
    const answer = requests.send({ kind: 'retry' }, 'silent')
    timers.pass(ANSWER_WITHIN_MS)
    requests.reply(1, 'late')
    expect(await answer).toBe('silent')
  })
})

describe('the announcer', () => {
  let spoken: string[]
  let announcer: Announcer
  beforeEach(() => {
    spoken = []
    announcer = new Announcer((text) => spoken.push(text), timers)
  })

  it('says the first at once and the newest later', () => {
    for (const text of ['lag 1', 'lag 2', 'lag 3']) announcer.update(text)
    expect(spoken).toEqual(['lag 1'])
    timers.pass(QUIET_MS)
    expect(spoken).toEqual(['lag 1', 'lag 3'])
  })

  it('is silent while nothing changes, and quick again after a pause', () => {
    announcer.update('lag 1')
    announcer.update('lag 1')
    timers.pass(QUIET_MS)
    expect(spoken).toEqual(['lag 1'])
    announcer.update('lag 2')
    expect(spoken).toEqual(['lag 1', 'lag 2'])
  })

  it('says what matters at once', () => {
    announcer.update('lag 1')
    announcer.now('Disconnected.')
    announcer.now('')
    expect(spoken).toEqual(['lag 1', 'Disconnected.'])
  })

  it('leaves no timer behind', () => {
    announcer.update('lag 1')
    announcer.dispose()
    expect(timers.waiting).toBe(0)
  })
})
