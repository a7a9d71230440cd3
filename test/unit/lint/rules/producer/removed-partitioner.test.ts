import { cases } from '../../cases'

const producer = 'org.apache.kafka.clients.producer'

cases('removed-partitioner', {
  file: 'producer.properties',
  fires: [
    [`partitioner.class=${producer}.internals.DefaultPartitioner`, 'partitioner.class'],
    [`partitioner.class=${producer}.UniformStickyPartitioner`, 'partitioner.class', { kafkaVersion: '3.3' }],
  ],
  silent: [
    `partitioner.class=${producer}.RoundRobinPartitioner`,
    'partitioner.class=com.example.DefaultPartitioner',
    [`partitioner.class=${producer}.internals.DefaultPartitioner`, { kafkaVersion: '3.2' }],
    'sasl.mechanisms=PLAIN\npartitioner=murmur2',
  ],
  says: [
    [
      `partitioner.class=${producer}.internals.DefaultPartitioner`,
      'partitioner.class names DefaultPartitioner, which Kafka 4.0 removed: the producer refuses to start. Without the key it partitions as before.',
      'error',
      { kafkaVersion: '4.0' },
    ],
    [
      `partitioner.class=${producer}.internals.DefaultPartitioner`,
      'partitioner.class names DefaultPartitioner, which is deprecated since Kafka 3.3 and gone in 4.0; without the key it partitions as before.',
      'warning',
      { kafkaVersion: '3.9' },
    ],
  ],
  fixes: [[`partitioner.class=${producer}.internals.DefaultPartitioner`, ['Delete partitioner.class']]],
})
