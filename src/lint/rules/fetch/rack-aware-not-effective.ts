import { text } from '../../texts'
import { liveSetting } from '../kit/cluster'
import { consumers, report, rule } from '../kit/rule'
import { written } from '../kit/settings'

const RACK = 'client.rack'
const SELECTOR = 'replica.selector.class'

/** Follower fetching needs a selector on the brokers and a broker in the consumer's rack (KIP-392). */
export const rackAwareNotEffective = rule({
  id: 'rack-aware-not-effective',
  severity: 'info',
  preset: 'cluster',
  roles: consumers,
  keys: [RACK],
  check(context) {
    const rack = written(context, RACK)
    const { snapshot } = context
    if (rack === null || rack.text === '' || snapshot === null) return null
    // A setting that the snapshot does not name is not known; one without a value is not set.
    const selector = liveSetting(context, SELECTOR)
    if (selector === null || selector === '')
      return report(rack.entry, text('lint.rack-aware-not-effective', rack.text))
    const { brokerRacks } = snapshot
    if (brokerRacks.length === 0 || brokerRacks.includes(rack.text)) return null
    return report(rack.entry, text('lint.rack-aware-not-effective.rack', rack.text))
  },
})
