import { cases } from '../../cases'

cases('compression-none', {
  file: 'producer.properties',
  fires: [
    ['compression.type=none', 'compression.type'],
    ['sasl.mechanisms=PLAIN\ncompression.type=none', 'compression.type', { kafkaVersion: '2.0' }],
  ],
  silent: ['compression.type=lz4', 'compression.type=${T}', 'acks=all'],
  says: [
    [
      'compression.type=none',
      'compression.type is none: lz4 or zstd take little time and save network and disk.',
      'hint',
    ],
  ],
  fixes: [['compression.type=none', ['Set compression.type to lz4']]],
})
