import type { Finding } from '../../lint/index'

/**
 * What of `found` was shown before: by rule and key, as often as it was. Places and numbers may have changed by typing.
 */
export function stillThere(shown: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const left = new Map<string, number>()
  for (const finding of shown) left.set(nameOf(finding), (left.get(nameOf(finding)) ?? 0) + 1)
  return found.filter((finding) => {
    const count = left.get(nameOf(finding)) ?? 0
    left.set(nameOf(finding), count - 1)
    return count > 0
  })
}

function nameOf({ rule, key }: Finding): string {
  return `${rule} ${key ?? ''}`
}
