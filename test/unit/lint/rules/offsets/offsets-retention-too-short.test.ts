import { cases } from '../../cases'

cases('offsets-retention-too-short', {
  file: 'server.properties',
  fires: [
    ['offsets.retention.minutes=1439', 'offsets.retention.minutes'],
    ['offsets.retention.minutes=60', 'offsets.retention.minutes', { kafkaVersion: '2.0' }],
  ],
  silent: ['offsets.retention.minutes=1440', 'offsets.retention.minutes=${R}', 'log.retention.minutes=60'],
  says: [
    [
      'offsets.retention.minutes=60',
      'offsets.retention.minutes 60 is below a day (1,440): a group that is down over a weekend starts where auto.offset.reset says.',
      'warning',
    ],
  ],
  fixes: [['offsets.retention.minutes=60', ['Set offsets.retention.minutes to 10080']]],
})
