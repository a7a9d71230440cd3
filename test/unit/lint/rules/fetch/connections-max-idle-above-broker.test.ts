import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const of = (idle: unknown) => ({ snapshot: parsedSnapshot({ broker: { 'connections.max.idle.ms': idle } }) })

cases('connections-max-idle-above-broker', {
  file: 'consumer.properties',
  options: of(600000),
  fires: [
    ['connections.max.idle.ms=600000', 'connections.max.idle.ms'],
    ['sasl.mechanisms=PLAIN\nconnections.max.idle.ms=700000', 'connections.max.idle.ms'],
  ],
  silent: [
    'connections.max.idle.ms=599999',
    'connections.max.idle.ms=${I}',
    'client.id=a',
    ['connections.max.idle.ms=600000', of(-1)],
    ['connections.max.idle.ms=600000', of(null)],
    ['connections.max.idle.ms=600000', { snapshot: null }],
  ],
  says: [
    [
      'connections.max.idle.ms=900000',
      'connections.max.idle.ms 900,000 is not below connections.max.idle.ms 600,000 of the cluster: the broker closes idle connections first, and the next request fails once.',
      'info',
    ],
  ],
  fixes: [['connections.max.idle.ms=900000', ['Set connections.max.idle.ms to 540000']]],
})
