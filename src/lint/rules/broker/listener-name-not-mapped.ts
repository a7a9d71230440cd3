import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'
import { elementsOf, isSet, written } from '../kit/settings'

const LISTENERS = 'listeners'
const MAP = 'listener.security.protocol.map'
const CONTROLLERS = 'controller.listener.names'
const protocols = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL']

/** `KafkaConfig.effectiveListenerSecurityProtocolMap` and `EndPoint`: every listener has a protocol. */
export const listenerNameNotMapped = rule({
  id: 'listener-name-not-mapped',
  severity: 'error',
  stage: 'conflict',
  roles: ['broker'],
  keys: [LISTENERS],
  check(context) {
    const listeners = written(context, LISTENERS)
    const mapped = mappedNames(context)
    if (listeners === null || mapped === null) return null
    const name = namesOf(listeners.text).find((one) => !mapped.has(one))
    if (name === undefined) return null
    const map = written(context, MAP)
    const fixes = map === null ? [] : [toSet(context, map.entry, `${map.text},${name}:PLAINTEXT`)]
    return report(listeners.entry, text('lint.listener-name-not-mapped', name), fixes)
  },
})

function namesOf(listeners: string): string[] {
  return elementsOf(listeners)
    .filter((listener) => listener.includes('://'))
    .map((listener) => listener.slice(0, listener.indexOf('://')).toUpperCase())
}

/** Names with a protocol; null where it cannot be told. */
function mappedNames(context: RuleContext): ReadonlySet<string> | null {
  if (isSet(context, MAP)) {
    const map = written(context, MAP)
    return map === null
      ? null
      : new Set(elementsOf(map.text).map((pair) => pair.split(':')[0]?.trim().toUpperCase() ?? ''))
  }
  const names = new Set(protocols)
  // Without a map controllers are plaintext in KRaft mode, unless something in the file speaks of security.
  if (!isSet(context, 'process.roles') || !isSet(context, CONTROLLERS)) return names
  const controllers = written(context, CONTROLLERS)
  const listeners = written(context, LISTENERS)
  if (controllers === null) return null
  const own = elementsOf(controllers.text.toUpperCase())
  const secure = protocols.filter((protocol) => protocol !== 'PLAINTEXT')
  if (![...own, ...namesOf(listeners?.text ?? '')].some((name) => secure.includes(name)))
    for (const name of own) names.add(name)
  return names
}
