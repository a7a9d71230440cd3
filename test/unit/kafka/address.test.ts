import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressText, parseAddress, parseAddresses } from '../../../src/kafka/address'
import { laglineErrorThrownBy } from './errors'

describe('a broker address', () => {
  it.each([
    ['localhost:9092', 'localhost', 9092],
    ['  broker-1.example.com:19092 ', 'broker-1.example.com', 19_092],
    ['10.0.0.7:1', '10.0.0.7', 1],
    ['[::1]:9092', '::1', 9092],
    ['[fe80::1%eth0]:65535', 'fe80::1%eth0', 65_535],
  ])('%s', (text, host, port) => {
    expect(parseAddress(text)).toEqual({ host, port })
    expect(addressText({ host, port })).toBe(text.trim())
  })

  it('comes back as it was written', () => {
    const host = fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6())
    fc.assert(
      fc.property(host, fc.integer({ min: 1, max: 65_535 }), (name, port) => {
        expect(parseAddress(addressText({ host: name, port }))).toEqual({ host: name, port })
      }),
    )
  })

  it('that is none is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/:\d{1,5}$/.test(text.trim()))
        expect(laglineErrorThrownBy(() => parseAddress(text)).code).toBe('badAddress')
      }),
    )
  })

  it('named twice is one', () => {
    expect(parseAddresses(['a:1', ' a:1', 'b:1'])).toHaveLength(2)
    expect(laglineErrorThrownBy(() => parseAddresses([])).text.id).toBe('error.badAddress.none')
  })
})
