import { describe, expect, it } from 'vitest'
import { Frames, readRequest } from '../../support/kafka/frames'

/** ListOffsets v7 with correlation id 5 of client "lag", and one byte of body. */
const request = Buffer.from([0, 0, 0, 14, 0, 2, 0, 7, 0, 0, 0, 5, 0, 3, 0x6c, 0x61, 0x67, 9])

describe('the frames of the proxy', () => {
  it('are put together from any pieces', () => {
    const frames = new Frames()
    const bytes = Buffer.concat([request, request])
    const found = [...bytes].flatMap((_, at) => frames.push(bytes.subarray(at, at + 1)))
    expect(found).toEqual([request, request])
  })

  it('come several at a time', () => {
    const frames = new Frames()
    expect(frames.push(Buffer.concat([request, request, request.subarray(0, 3)]))).toEqual([request, request])
    expect(frames.push(request.subarray(3))).toEqual([request])
  })

  it('tell what is asked', () => {
    expect(readRequest(request)).toEqual({
      api: 'ListOffsets',
      version: 7,
      correlationId: 5,
      clientId: 'lag',
    })
  })

  it('tell of a client without a name', () => {
    const nameless = Buffer.from([0, 0, 0, 10, 3, 0xe7, 0, 0, 0, 0, 0, 6, 0xff, 0xff])
    expect(readRequest(nameless)).toMatchObject({ api: 'api-999', clientId: null })
  })
})
