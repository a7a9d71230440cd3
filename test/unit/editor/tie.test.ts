import { describe, expect, it } from 'vitest'
import { certainRelease, tieOf, type Candidate, type TieFacts } from '../../../src/editor/more/tie'
import { serverKey } from '../../../src/model/servers'

const prod: Candidate = { id: 'c1', name: 'prod', servers: ['kafka-1.example:9092', 'kafka-2.example:9092'] }
const demo: Candidate = { id: 'c2', name: 'demo', servers: ['127.0.0.1:29092', 'broker:9093'] }
const nothing: TieFacts = { choice: undefined, setting: null, servers: [] }

function tied(facts: Partial<TieFacts>, connected: readonly Candidate[] = [prod, demo]): string | null {
  return tieOf({ ...nothing, ...facts }, connected)
}

describe('an address of a broker', () => {
  it.each([
    ['Kafka-1:9092', 'kafka-1:9092'],
    [' kafka-1:09092 ', 'kafka-1:9092'],
    ['PLAINTEXT://kafka-1:9092', 'kafka-1:9092'],
    ['127.0.0.1:9092', 'localhost:9092'],
    ['127.1.2.3:9092', 'localhost:9092'],
    ['[::1]:9092', 'localhost:9092'],
    ['[FE80::1]:9092', '[fe80::1]:9092'],
    ['kafka-1', 'kafka-1:9092'],
    ['10.0.0.1:65535', '10.0.0.1:65535'],
  ])('%s is %s', (written, key) => {
    expect(serverKey(written)).toBe(key)
  })

  it.each([
    '',
    ':9092',
    'kafka:0',
    'kafka:65536',
    'a b:1',
    'user@kafka:9092',
    'a:1;b:2',
    'http://kafka/path',
  ])('“%s” is none', (written) => {
    expect(serverKey(written)).toBeNull()
  })
})

describe('the cluster that a file is for', () => {
  it('is the one that its servers lead to, of the settings or as its brokers tell', () => {
    expect(tied({ servers: [['kafka-2.example:9092', 'kafka-3.example:9092']] })).toBe('c1')
    expect(tied({ servers: [['localhost:29092']] })).toBe('c2')
    expect(tied({ servers: [['broker:9093'], ['localhost:29092']] })).toBe('c2')
    expect(tied({ servers: [['kafka-1.example:9093']] })).toBeNull()
  })

  it('is none where the file names none, or servers of several', () => {
    expect(tied({})).toBeNull()
    expect(tied({ servers: [['localhost:29092'], ['kafka-1.example:9092']] })).toBeNull()
    expect(tied({ servers: [['localhost:29092'], ['elsewhere:9092']] })).toBeNull()
  })

  it('is none where two connected clusters fit', () => {
    const twin = { ...demo, id: 'c3', name: 'twin' }
    expect(tied({ servers: [['localhost:29092']] }, [prod, demo, twin])).toBeNull()
  })

  it('is the one of the setting before that, and none where that is not connected', () => {
    const servers = [['localhost:29092']]
    expect(tied({ servers, setting: 'prod' })).toBe('c1')
    expect(tied({ servers, setting: 'staging' })).toBeNull()
    expect(tied({ servers, setting: 'prod' }, [demo])).toBeNull()
  })

  it('is the one that was chosen before all, also none', () => {
    const servers = [['localhost:29092']]
    expect(tied({ servers, setting: 'demo', choice: 'c1' })).toBe('c1')
    expect(tied({ servers, setting: 'demo', choice: null })).toBeNull()
    expect(tied({ servers, setting: 'demo', choice: 'gone' })).toBeNull()
  })
})

it('takes the release of a cluster only where it is certain', () => {
  expect(['4.3', '3.9', '3.3', null].map(certainRelease)).toEqual(['4.3', '3.9', null, null])
})
