import { describe, expect, it } from 'vitest'
import { readRecordsUri, recordsUriParts } from '../../../src/editor/peek/records-uri'
import { RECORDS_SCHEME } from '../../../src/ids'

describe('the address of records', () => {
  it('tells what to read again', () => {
    for (const group of [null, 'billing/eu & “x”']) {
      const address = { id: 'id1', cluster: 'c1', topic: 'orders', partition: 3, group }
      expect(readRecordsUri(recordsUriParts(address, 'Records of orders-3'))).toEqual(address)
    }
  })

  it.each([
    ['file', '/id/x', '["c","t",0,null]'],
    [RECORDS_SCHEME, '/x', '["c","t",0,null]'],
    [RECORDS_SCHEME, '/id/x', ''],
    [RECORDS_SCHEME, '/id/x', '{}'],
    [RECORDS_SCHEME, '/id/x', '["c","t","0",null]'],
    [RECORDS_SCHEME, '/id/x', '["c","t",-1,null]'],
    [RECORDS_SCHEME, '/id/x', '["c","t",0]'],
    [RECORDS_SCHEME, '/id/x', '["c","t",0,5]'],
  ])('that is none is refused: %s %s %s', (scheme, path, query) => {
    expect(readRecordsUri({ scheme, path, query })).toBeNull()
  })
})
