import { cases } from '../../cases'

cases('min-insync-replicas-equals-replication-factor', {
  file: 'server.properties',
  fires: [
    ['default.replication.factor=3\nmin.insync.replicas=3', 'min.insync.replicas'],
    ['min.insync.replicas=2\ndefault.replication.factor=2', 'min.insync.replicas', { kafkaVersion: '2.0' }],
  ],
  silent: [
    'default.replication.factor=3\nmin.insync.replicas=2',
    'min.insync.replicas=1',
    'default.replication.factor=1\nmin.insync.replicas=1',
    'default.replication.factor=${RF}\nmin.insync.replicas=2',
  ],
  says: [
    [
      'default.replication.factor=3\nmin.insync.replicas=3',
      'min.insync.replicas 3 equals default.replication.factor 3: with one broker down nobody can write.',
      'warning',
    ],
  ],
  fixes: [['default.replication.factor=3\nmin.insync.replicas=3', ['Set min.insync.replicas to 2']]],
})
