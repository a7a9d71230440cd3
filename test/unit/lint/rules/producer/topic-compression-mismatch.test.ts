import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const of = (topic: unknown, broker: unknown = 'producer') => ({
  snapshot: parsedSnapshot({
    broker: { 'compression.type': broker },
    topics: { orders: { config: { 'compression.type': topic } } },
  }),
})

cases('topic-compression-mismatch', {
  file: 'producer.properties',
  fires: [
    ['compression.type=lz4', 'compression.type', of('zstd')],
    ['compression.type=lz4', 'compression.type', of(null, 'gzip')],
    ['sasl.mechanisms=PLAIN\ncompression.type=lz4', 'compression.type', of('uncompressed')],
  ],
  silent: [
    ['compression.type=lz4', of('lz4')],
    ['compression.type=lz4', of(null)],
    ['compression.type=none', of('uncompressed')],
    ['compression.type=${T}', of('zstd')],
    ['acks=all', of('zstd')],
    'compression.type=lz4',
  ],
  says: [
    [
      'compression.type=lz4',
      'compression.type is lz4, but topic orders has zstd: the broker unpacks and compresses every batch anew.',
      'info',
      of('zstd'),
    ],
  ],
  fixes: [['compression.type=lz4', ['Set compression.type to zstd'], of('zstd')]],
})
