import { cases } from '../../cases'

cases('retention-precedence', {
  file: 'server.properties',
  fires: [
    ['log.retention.hours=168\nlog.retention.ms=1000', 'log.retention.hours'],
    [
      'log.retention.ms=${R}\nlog.retention.minutes=5\nlog.retention.hours=1',
      ['log.retention.minutes', 'log.retention.hours'],
      { kafkaVersion: '2.0' },
    ],
  ],
  silent: [
    'log.retention.hours=168',
    'log.retention.ms=1000',
    'log.retention.hours=168\nlog.retention.bytes=1000',
  ],
  says: [
    [
      'log.retention.hours=168\nlog.retention.minutes=5',
      'log.retention.hours has no effect beside log.retention.minutes: milliseconds count before minutes, minutes before hours.',
      'info',
    ],
  ],
  fixes: [['log.retention.hours=168\nlog.retention.minutes=5', ['Delete log.retention.hours']]],
})
