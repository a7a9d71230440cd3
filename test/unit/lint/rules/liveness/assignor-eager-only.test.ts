import { cases } from '../../cases'

const consumer = 'org.apache.kafka.clients.consumer'

cases('assignor-eager-only', {
  file: 'consumer.properties',
  fires: [
    [`partition.assignment.strategy=${consumer}.RangeAssignor`, 'partition.assignment.strategy'],
    [
      'partition.assignment.strategy=com.example.OwnAssignor',
      'partition.assignment.strategy',
      { kafkaVersion: '2.4' },
    ],
    [
      'sasl.mechanisms=PLAIN\npartition.assignment.strategy=range,roundrobin',
      'partition.assignment.strategy',
    ],
  ],
  silent: [
    `partition.assignment.strategy=${consumer}.CooperativeStickyAssignor`,
    `partition.assignment.strategy=${consumer}.RangeAssignor,${consumer}.CooperativeStickyAssignor`,
    'sasl.mechanisms=PLAIN\npartition.assignment.strategy=cooperative-sticky',
    'group.protocol=streams\npartition.assignment.strategy=a.B',
    'max.poll.records=5',
  ],
  says: [
    [
      `partition.assignment.strategy=${consumer}.RangeAssignor`,
      'No assignor of partition.assignment.strategy is cooperative: at every rebalance all members give up all their partitions.',
      'hint',
    ],
  ],
})
