import { cases } from '../../cases'

cases('max-block-zero', {
  file: 'producer.properties',
  fires: [
    ['max.block.ms=0', 'max.block.ms'],
    ['max.block.ms=0', 'max.block.ms', { kafkaVersion: '2.0' }],
  ],
  silent: ['max.block.ms=1000', 'max.block.ms=${B}', 'sasl.mechanisms=PLAIN\nlinger.ms=0'],
  says: [
    [
      'max.block.ms=0',
      'max.block.ms is 0: the first send to a topic fails, because it has no time to ask for metadata.',
      'warning',
    ],
  ],
  fixes: [['max.block.ms=0', ['Set max.block.ms to 60000']]],
})
