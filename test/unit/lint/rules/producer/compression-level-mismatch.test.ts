import { cases } from '../../cases'

cases('compression-level-mismatch', {
  file: 'producer.properties',
  fires: [
    ['compression.gzip.level=5', 'compression.gzip.level'],
    [
      'compression.type=zstd\ncompression.lz4.level=9\ncompression.zstd.level=3',
      'compression.lz4.level',
      { kafkaVersion: '3.8' },
    ],
  ],
  silent: [
    'compression.type=gzip\ncompression.gzip.level=5',
    'compression.type=${T}\ncompression.gzip.level=5',
    'compression.type=lz4',
    'sasl.mechanisms=PLAIN\ncompression.level=5',
  ],
  says: [
    ['compression.zstd.level=5', 'compression.zstd.level has no effect: compression.type is none.', 'info'],
  ],
  fixes: [['compression.type=zstd\ncompression.lz4.level=9', ['Delete compression.lz4.level']]],
})
