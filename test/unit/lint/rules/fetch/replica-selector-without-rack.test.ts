import { cases } from '../../cases'

const selector = 'replica.selector.class=org.apache.kafka.common.replica.RackAwareReplicaSelector'

cases('replica-selector-without-rack', {
  file: 'server.properties',
  fires: [
    [selector, 'replica.selector.class'],
    [`${selector}\nbroker.rack=`, 'replica.selector.class', { kafkaVersion: '2.4' }],
  ],
  silent: [
    `${selector}\nbroker.rack=a`,
    `${selector}\nbroker.rack=\${RACK}`,
    'replica.selector.class=',
    'broker.rack=a',
  ],
  says: [
    [
      selector,
      'replica.selector.class is set, but the broker has no broker.rack: nobody is sent to it for being near.',
      'info',
    ],
  ],
})
