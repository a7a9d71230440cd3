import type { RuleContext } from '../../rule'
import { hostsOf } from '../kit/hosts'
import { written, wordOf } from '../kit/settings'

export const PROTOCOL = 'security.protocol'
export const SERVERS = 'bootstrap.servers'

/** In capitals, as Kafka names it; null where it cannot be told. */
export function protocolOf(context: RuleContext): string | null {
  return wordOf(context, PROTOCOL)?.toUpperCase() ?? null
}

/** The first server that passes; null where the servers are not written, or none does. */
export function serverThat(context: RuleContext, test: (host: string) => boolean): string | null {
  const servers = written(context, SERVERS)
  return servers === null ? null : (hostsOf(servers.text).find(test) ?? null)
}

/**
 * The protocol that makes security settings useless; null where the protocol is written elsewhere, as it may be where
 * no servers are in the document.
 */
export function uselessFor(context: RuleContext, wanted: string): string | null {
  const protocol = protocolOf(context)
  if (protocol === null || protocol.includes(wanted)) return null
  if (context.explicit(PROTOCOL) !== null) return protocol
  const named = context.siblings.some((other) => other.explicit(SERVERS) !== null)
  return named ? protocol : null
}
