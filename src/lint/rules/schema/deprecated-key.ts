import { formatKafkaVersion, type KafkaVersion } from '../../catalogue/versions'
import type { Role } from '../../document'
import { text } from '../../texts'
import { toDelete, toRename } from '../kit/fix'
import { report, rule } from '../kit/rule'

/** Since when, and what to use instead. */
const deprecated: Readonly<Record<string, readonly [KafkaVersion, string | null]>> = {
  'cache.max.bytes.buffering': [3004, 'statestore.cache.max.bytes'],
  'log.cleaner.enable': [4001, null],
  'default.deserialization.exception.handler': [4000, 'deserialization.exception.handler'],
  'default.production.exception.handler': [4000, 'production.exception.handler'],
  'group.coordinator.rebalance.protocols': [4003, null],
  'broker.id': [4004, 'node.id'],
}

/** Since when a key of a role is deprecated and what to use instead; null = it is not. */
export function deprecationOf(
  role: Role,
  key: string,
): { readonly since: KafkaVersion; readonly successor: string | null } | null {
  const found = roles.includes(role) && Object.hasOwn(deprecated, key) ? deprecated[key] : undefined
  return found === undefined ? null : { since: found[0], successor: found[1] }
}

const roles: readonly Role[] = ['broker', 'streams']

/** Still read, but Kafka's documentation calls it deprecated. */
export const deprecatedKey = rule({
  id: 'deprecated-key',
  severity: 'info',
  tag: 'deprecated',
  javaOnly: true,
  roles,
  keys: Object.keys(deprecated),
  check: (context) =>
    context.described().flatMap(({ entry }) => {
      const [since = Infinity, successor = null] = deprecated[entry.key] ?? []
      if (context.version < since) return []
      const release = formatKafkaVersion(since)
      if (successor === null)
        return [report(entry, text('lint.deprecated-key', entry.key, release), [toDelete(context, entry)])]
      const fix =
        context.own(successor) === null ? toRename(context, entry, successor) : toDelete(context, entry)
      return [report(entry, text('lint.deprecated-key.renamed', entry.key, release, successor), [fix])]
    }),
})
