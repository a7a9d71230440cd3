import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const of = (broker: unknown, ...topics: unknown[]) => ({
  snapshot: parsedSnapshot({
    broker: { 'message.max.bytes': broker },
    topics: Object.fromEntries(topics.map((max, at) => [`t${at}`, { config: { 'max.message.bytes': max } }])),
  }),
})

cases('max-request-size-exceeds-broker', {
  file: 'producer.properties',
  fires: [
    ['max.request.size=1048589', 'max.request.size', of(1048588)],
    ['max.request.size=2000001', 'max.request.size', of(1048588, 2000000, null)],
    ['max.request.size=600000', 'max.request.size', of(1048588, 500000)],
  ],
  silent: [
    ['max.request.size=1048588', of(1048588)],
    ['max.request.size=2000000', of(1048588, 2000000, null)],
    ['max.request.size=2000000', of(null)],
    ['max.request.size=2000000', of(null, null, 1000)],
    ['max.request.size=${S}', of(1000)],
    'max.request.size=90000000',
  ],
  says: [
    [
      'max.request.size=5242880',
      'max.request.size 5,242,880 is above 1,048,588, the largest message that the cluster takes: larger ones fail with RecordTooLargeException.',
      'error',
      of(1048588),
    ],
  ],
  fixes: [['max.request.size=5242880', ['Set max.request.size to 1048588'], of(1048588)]],
})
