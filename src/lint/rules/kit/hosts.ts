import { elementsOf } from './settings'

/** The host of `[scheme://]host[:port][/path]`, without the brackets of IPv6. */
export function hostOf(address: string): string {
  const bare = address.replace(/^[a-z][\w+.-]*:\/\//i, '').replace(/\/.*$/, '')
  const bracketed = /^\[([^\]]*)\]/.exec(bare)
  return (bracketed?.[1] ?? bare.replace(/:\d*$/, '')).toLowerCase()
}

/** The hosts of a list of addresses. */
export function hostsOf(addresses: string): string[] {
  return elementsOf(addresses).map(hostOf)
}

const local = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|host\.docker\.internal)$/
const privateAddress =
  /^(?:10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|f[cd][\da-f]{2}:.*)$/

/** This machine. */
export function isLocal(host: string): boolean {
  return local.test(host)
}

/** This machine, a private network (RFC 1918, fc00::/7), or a name without a domain. */
export function isPrivate(host: string): boolean {
  return isLocal(host) || privateAddress.test(host) || !/[.:]/.test(host)
}
