import type { Text } from '../../../model/text'
import { constraintIn, type KeyFacts } from '../../catalogue/catalogue'
import {
  BY_DURATION,
  byDurationSince,
  commaListKeys,
  metadataVersionKeys,
  retiredValues,
} from '../../catalogue/corrections'
import { nearestWord } from '../../catalogue/distance'
import { formatKafkaVersion, type KafkaVersion } from '../../catalogue/versions'
import { setFix } from '../../fixes'
import { javaTrim } from '../../java-text'
import { hasPlaceholder } from '../../placeholder'
import { docsOf, type Report, type Rule } from '../../rule'
import { text } from '../../texts'

/** Words of other clients and older releases, and what they are called now. */
const otherWords: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'auto.offset.reset',
    new Map([
      ['smallest', 'earliest'],
      ['beginning', 'earliest'],
      ['largest', 'latest'],
      ['end', 'latest'],
    ]),
  ],
  [
    'processing.guarantee',
    new Map([
      ['exactly_once', 'exactly_once_v2'],
      ['exactly_once_beta', 'exactly_once_v2'],
    ]),
  ],
])

/** `java.time.Duration.parse`, without a sign in front. */
const duration =
  /^\+?P(?!$)(?:[+-]?\d+D)?(?:T(?=[+\-\d])(?:[+-]?\d+H)?(?:[+-]?\d+M)?(?:[+-]?\d+(?:[.,]\d{0,9})?S)?)?$/i

interface Values {
  readonly words: readonly string[]
  readonly ignoreCase: boolean
}

/** A value, or an element of a list, that the key does not take in this release (`ConfigDef.ValidString`). */
export const invalidEnumValue: Rule = {
  id: 'invalid-enum-value',
  severity: 'error',
  preset: 'recommended',
  title: text('lint.invalid-enum-value.title'),
  docs: docsOf('invalid-enum-value'),
  stage: 'domain',
  roles: null,
  keys: null,

  check(context) {
    const found: Report[] = []
    for (const { entry, value, facts } of context.described()) {
      if (facts.constraints.length === 0) continue
      const { key } = entry
      const values = valuesOf(facts, context.version)
      if (values === null || hasPlaceholder(value)) continue
      const isList = facts.type === 'LIST' || commaListKeys.has(key)
      for (const element of isList ? elementsOf(value) : [value]) {
        const message = complaint(facts, element, values, context.version)
        if (message === null) continue
        const meant = meantBy(key, element, values)
        const whole = meant === null || !isList ? meant : replaceElement(value, element, meant)
        const safe = meant?.toLowerCase() === element.toLowerCase()
        found.push({
          entry,
          message,
          fixes: whole === null ? [] : [setFix(context.document, entry, whole, safe)],
        })
        break
      }
    }
    return found
  },
}

function valuesOf(facts: KeyFacts, version: KafkaVersion): Values | null {
  const constraint = constraintIn(facts, version)
  if (constraint?.kind !== 'oneOf') return null
  const retired = retiredValues.get(facts.key)
  const words =
    retired !== undefined && version < retired.until
      ? [...constraint.values, ...retired.values]
      : constraint.values.filter((word) => !word.startsWith(BY_DURATION) || version >= byDurationSince)
  return { words, ignoreCase: constraint.ignoreCase }
}

/** `ConfigDef` splits a list at commas and drops the blanks around them; an empty value is an empty list. */
function elementsOf(value: string): string[] {
  return value === '' ? [] : value.split(',').map(javaTrim)
}

function replaceElement(value: string, element: string, meant: string): string {
  return elementsOf(value)
    .map((other) => (other === element ? meant : other))
    .join(',')
}

function complaint(facts: KeyFacts, element: string, values: Values, version: KafkaVersion): Text | null {
  const { key } = facts
  if (isAccepted(key, element, values)) return null
  const words = values.words.join(', ')
  if (key === 'auto.offset.reset' && element.startsWith(BY_DURATION)) {
    return version < byDurationSince
      ? text(
          'lint.invalid-enum-value.since',
          key,
          element,
          formatKafkaVersion(byDurationSince),
          formatKafkaVersion(version),
        )
      : text('lint.invalid-enum-value.duration', key, element)
  }
  const otherCase = values.words.some((word) => word.toLowerCase() === element.toLowerCase())
  return text(otherCase ? 'lint.invalid-enum-value.case' : 'lint.invalid-enum-value', key, element, words)
}

function isAccepted(key: string, element: string, { words, ignoreCase }: Values): boolean {
  if (words.includes(element)) return !element.startsWith(BY_DURATION)
  if (ignoreCase && words.some((word) => word.toLowerCase() === element.toLowerCase())) return true
  if (metadataVersionKeys.has(key)) return /^\d+\.\d+(?:\.\d+)?(?:-IV\d+)?$/.test(element)
  return (
    element.startsWith(BY_DURATION) &&
    words.some((word) => word.startsWith(BY_DURATION)) &&
    duration.test(element.slice(BY_DURATION.length))
  )
}

function meantBy(key: string, element: string, { words }: Values): string | null {
  const choices = words.filter((word) => !word.startsWith(BY_DURATION))
  const other = otherWords.get(key)?.get(element.toLowerCase())
  if (other !== undefined && choices.includes(other)) return other
  const sameLetters = choices.find((word) => word.toLowerCase() === element.toLowerCase())
  if (sameLetters !== undefined) return sameLetters
  const near = nearestWord(
    element.toLowerCase(),
    choices.map((word) => word.toLowerCase()),
  )
  return choices.find((word) => word.toLowerCase() === near) ?? null
}
