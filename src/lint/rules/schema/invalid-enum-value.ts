import type { Text } from '../../../model/text'
import { constraintIn } from '../../catalogue/catalogue'
import {
  BY_DURATION,
  byDurationSince,
  commaListKeys,
  metadataVersionKeys,
  retiredValues,
} from '../../catalogue/corrections'
import { nearestWord } from '../../catalogue/distance'
import { formatKafkaVersion, type KafkaVersion } from '../../catalogue/versions'
import { javaTrim } from '../../java-text'
import { hasPlaceholder } from '../../placeholder'
import { text } from '../../texts'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'

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
export const invalidEnumValue = rule({
  id: 'invalid-enum-value',
  severity: 'error',
  stage: 'domain',
  roles: null,
  values: ['text'],
  checkValue(context, { entry, value, facts }) {
    const { key, type } = facts
    const { version } = context
    const constraint = constraintIn(facts, version)
    if (constraint?.kind !== 'oneOf' || isPlain(value, constraint.values) || hasPlaceholder(value))
      return null
    const values = { words: wordsOf(key, constraint.values, version), ignoreCase: constraint.ignoreCase }
    const isList = type === 'LIST' || commaListKeys.has(key)
    for (const element of isList ? elementsOf(value) : [value]) {
      const message = complaint(key, element, values, version)
      if (message === null) continue
      const meant = meantBy(key, element, values)
      const whole = meant === null || !isList ? meant : replaceElement(value, element, meant)
      const safe = meant?.toLowerCase() === element.toLowerCase()
      return report(entry, message, [whole === null ? null : toSet(context, entry, whole, safe)])
    }
    return null
  },
})

function wordsOf(key: string, words: readonly string[], version: KafkaVersion): readonly string[] {
  const retired = retiredValues.get(key)
  return retired !== undefined && version < retired.until
    ? [...words, ...retired.values]
    : words.filter((word) => !word.startsWith(BY_DURATION) || version >= byDurationSince)
}

/** One of the words as it stands, as nearly every value is. */
function isPlain(value: string, words: readonly string[]): boolean {
  return words.includes(value) && !value.startsWith(BY_DURATION)
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

function complaint(key: string, element: string, values: Values, version: KafkaVersion): Text | null {
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
  if (words.includes(element)) return isPlain(element, words)
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
