import * as vscode from 'vscode'
import type { Place } from '../../decoders/peek'
import { assertNever } from '../../model/assert'
import { BACK, askChoice, askText, type Choice } from '../ask/quick-input'
import type { Engine, Parts } from '../parts'
import type { Words } from '../words'

type Kind = 'committed' | 'offset' | 'time' | 'latest' | 'earliest'

/** Asks which records to look at. `group`: whose next record is among them; null = nobody's. */
export async function askPlace(
  title: string,
  group: string | null,
  { engine, words, clock }: Pick<Parts, 'engine' | 'words' | 'clock'>,
): Promise<Place> {
  const inputs = await engine()
  for (;;) {
    const kind = await askChoice({
      title,
      placeholder: vscode.l10n.t('Which records?'),
      choices: choices(group),
    })
    switch (kind) {
      case 'committed':
      case 'latest':
      case 'earliest':
        return { kind }
      case 'offset': {
        const offset = await askOffset(title, inputs, words)
        if (offset !== BACK) return { kind, offset }
        break
      }
      case 'time': {
        const time = await askTime(title, inputs, words, () => clock.now())
        if (time !== BACK) return { kind, time }
        break
      }
      default:
        return assertNever(kind)
    }
  }
}

function choices(group: string | null): Choice<Kind>[] {
  const next: Choice<Kind>[] =
    group === null
      ? []
      : [{ label: vscode.l10n.t('The next record {0} will read', group), value: 'committed' }]
  return [
    ...next,
    { label: vscode.l10n.t('At an offset…'), value: 'offset' },
    { label: vscode.l10n.t('At a time…'), value: 'time' },
    { label: vscode.l10n.t('The newest records'), value: 'latest' },
    { label: vscode.l10n.t('The oldest records'), value: 'earliest' },
  ]
}

async function askOffset(
  title: string,
  { parseOffset }: Engine,
  words: Words,
): Promise<bigint | typeof BACK> {
  const typed = await askText({
    title,
    step: { number: 2, of: 2 },
    prompt: vscode.l10n.t('The offset to look at.'),
    problem: (value) => {
      const parsed = parseOffset(value)
      return typeof parsed === 'bigint' ? null : words.say(parsed)
    },
  })
  const parsed = typed === BACK ? BACK : parseOffset(typed)
  return typeof parsed === 'bigint' ? parsed : BACK
}

async function askTime(
  title: string,
  { parseDateTime }: Engine,
  words: Words,
  now: () => number,
): Promise<number | typeof BACK> {
  const typed = await askText({
    title,
    step: { number: 2, of: 2 },
    prompt: vscode.l10n.t(
      'A time in your time zone, or with one of its own, such as 14:05 or 2026-01-31T14:05:00Z.',
    ),
    problem: (value) => {
      const parsed = parseDateTime(value, { now: now() })
      return 'time' in parsed ? null : words.say(parsed)
    },
    hint: (value) => {
      const parsed = parseDateTime(value, { now: now() })
      return 'time' in parsed ? words.format.time(parsed.time) : null
    },
  })
  if (typed === BACK) return BACK
  const parsed = parseDateTime(typed, { now: now() })
  return 'time' in parsed ? parsed.time : BACK
}
