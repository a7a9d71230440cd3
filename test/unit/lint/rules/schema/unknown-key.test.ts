import { cases } from '../../cases'

cases('unknown-key', {
  file: 'consumer.properties',
  fires: [
    ['orders.worker.threads=8', 'orders.worker.threads'],
    ['consumer.orders.threads=8\nclient.id=a', 'consumer.orders.threads'],
    ['sasl.mechanisms=PLAIN\nmy.own.key=1', 'my.own.key'],
  ],
  silent: [
    'max.poll.records=10',
    'linger.ms=5',
    'schema.registry.url=http://registry:8081',
    'consumer.max.poll.records=10',
    // A slip has a rule of its own.
    'sesion.timeout.ms=30000',
    '=1',
  ],
  says: [
    [
      'orders.worker.threads=8',
      'No client, broker, worker or known plug-in of Kafka has the key orders.worker.threads.',
      'hint',
    ],
  ],
})
