import { cases } from '../../cases'
import { parsedSnapshot } from '../../snapshots'

const selector = 'org.apache.kafka.common.replica.RackAwareReplicaSelector'
const of = (value: string | null | undefined, brokerRacks: unknown) => ({
  snapshot: parsedSnapshot({
    broker: { ...(value === undefined ? {} : { 'replica.selector.class': value }) },
    brokerRacks,
  }),
})

cases('rack-aware-not-effective', {
  file: 'consumer.properties',
  fires: [
    ['client.rack=a', 'client.rack', of(null, ['a'])],
    ['client.rack=a', 'client.rack', of('', ['a'])],
    ['client.rack=c', 'client.rack', of(selector, ['a', 'b', null])],
    ['sasl.mechanisms=PLAIN\nclient.rack=c', 'client.rack', of(selector, [null])],
  ],
  silent: [
    ['client.rack=a', of(selector, ['a', 'b'])],
    ['client.rack=a', of(selector, [])],
    ['client.rack=a', of(undefined, ['a'])],
    ['client.rack=${RACK}', of(null, ['a'])],
    ['client.rack=', of(null, ['a'])],
    'client.rack=a',
  ],
  says: [
    [
      'client.rack=a',
      'client.rack is a, but the brokers have no replica.selector.class: the consumer still fetches from leaders.',
      'info',
      of(null, ['a']),
    ],
    [
      'client.rack=c',
      'client.rack is c, but no broker of the cluster is in that rack: the consumer still fetches from leaders.',
      'info',
      of(selector, ['a']),
    ],
  ],
})
