import { cases } from '../../cases'

cases('buffer-memory-too-small', {
  file: 'producer.properties',
  fires: [
    ['buffer.memory=16383', 'buffer.memory'],
    ['batch.size=33554433', 'batch.size', { kafkaVersion: '2.0' }],
    ['batch.size=4096\nbuffer.memory=2048', 'buffer.memory'],
  ],
  silent: [
    'buffer.memory=16384',
    'batch.size=33554432',
    'buffer.memory=2048\nbatch.size=${B}',
    'sasl.mechanisms=PLAIN\nbatch.size=33554433',
  ],
  says: [
    [
      'buffer.memory=8192',
      'buffer.memory 8,192 is below batch.size 16,384 (default in Kafka 4.3): there is no room for a single batch, and sending blocks or fails.',
      'warning',
    ],
  ],
  fixes: [['buffer.memory=8192', ['Set buffer.memory to 33554432']]],
})
