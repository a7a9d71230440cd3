import { cases } from '../../cases'

const consumer = 'org.apache.kafka.clients.consumer'

cases('assignor-cooperative-not-effective', {
  file: 'consumer.properties',
  fires: [
    [
      `partition.assignment.strategy=${consumer}.RangeAssignor,${consumer}.CooperativeStickyAssignor`,
      'partition.assignment.strategy',
    ],
    [
      'sasl.mechanisms=PLAIN\npartition.assignment.strategy=cooperative-sticky,range',
      'partition.assignment.strategy',
    ],
  ],
  silent: [
    `partition.assignment.strategy=${consumer}.CooperativeStickyAssignor`,
    `partition.assignment.strategy=${consumer}.RangeAssignor`,
    'partition.assignment.strategy=${A}',
    'group.protocol=streams\npartition.assignment.strategy=cooperative-sticky,range',
  ],
  says: [
    [
      `partition.assignment.strategy=${consumer}.RangeAssignor,${consumer}.CooperativeStickyAssignor`,
      `${consumer}.RangeAssignor is in the list too: until it is dropped the group rebalances eagerly.`,
      'hint',
    ],
  ],
  fixes: [
    [
      `partition.assignment.strategy=${consumer}.RangeAssignor,${consumer}.CooperativeStickyAssignor`,
      [`Set partition.assignment.strategy to ${consumer}.CooperativeStickyAssignor`],
    ],
  ],
})
