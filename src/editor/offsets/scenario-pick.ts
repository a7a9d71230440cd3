import * as vscode from 'vscode'
import type { GroupPartition } from '../../clusters/types'
import { assertNever } from '../../model/assert'
import type { Scenario } from '../../offsets/scenario'
import { BACK, askChoice, askText, type Choice } from '../ask/quick-input'
import type { Engine, Parts } from '../parts'
import type { Words } from '../words'
import { previewOf, previewPhrase } from './preview'

type Kind = Scenario['kind']

export interface ScenarioQuestion {
  readonly title: string
  /** What was last seen of what would move; null = nothing yet. */
  readonly partitions: readonly GroupPartition[] | null
  readonly order: readonly Kind[]
  /** Epoch ms. */
  readonly now: () => number
}

/** Asks where the offsets are to go. What is wrong with an offset or a time is told while typing. */
export async function askScenario(
  question: ScenarioQuestion,
  parts: Pick<Parts, 'engine' | 'words'>,
): Promise<Scenario> {
  const { words } = parts
  const engine = await parts.engine()
  for (;;) {
    const kind = await askChoice({
      title: question.title,
      placeholder: vscode.l10n.t('Where to?'),
      choices: question.order.map((kind) => choiceOf(kind, question, words)),
    })
    switch (kind) {
      case 'earliest':
      case 'latest':
        return { kind }
      case 'toOffset': {
        const offset = await askOffset(question, engine, words)
        if (offset !== BACK) return { kind, offset }
        break
      }
      case 'toDatetime': {
        const time = await askTime(question, engine, words)
        if (time !== BACK) return { kind, time }
        break
      }
      default:
        return assertNever(kind)
    }
  }
}

function choiceOf(kind: Kind, { partitions }: ScenarioQuestion, words: Words): Choice<Kind> {
  switch (kind) {
    case 'earliest':
    case 'latest': {
      const preview = previewPhrase(previewOf({ kind }, partitions), words)
      return {
        label: kind === 'earliest' ? vscode.l10n.t('Earliest') : vscode.l10n.t('Latest'),
        ...(preview === null ? {} : { description: preview }),
        detail:
          kind === 'earliest'
            ? vscode.l10n.t('Where each log begins now: everything that is kept is read again.')
            : vscode.l10n.t('Where each log ends now: only what comes from now on is read.'),
        value: kind,
      }
    }
    case 'toOffset':
      return {
        label: vscode.l10n.t('Offset…'),
        detail: vscode.l10n.t('One offset for every partition, kept inside each log.'),
        value: kind,
      }
    case 'toDatetime':
      return {
        label: vscode.l10n.t('Time…'),
        detail: vscode.l10n.t('The first record at or after a time, in each partition.'),
        value: kind,
      }
    default:
      return assertNever(kind)
  }
}

async function askOffset(
  { title, partitions }: ScenarioQuestion,
  { parseOffset }: Engine,
  words: Words,
): Promise<bigint | typeof BACK> {
  const read = (typed: string): bigint | null => {
    const parsed = parseOffset(typed)
    return typeof parsed === 'bigint' ? parsed : null
  }
  const typed = await askText({
    title,
    step: { number: 2, of: 2 },
    prompt: vscode.l10n.t('The offset to read next.'),
    problem: (value) => {
      const parsed = parseOffset(value)
      return typeof parsed === 'bigint' ? null : words.say(parsed)
    },
    hint: (value) => {
      const offset = read(value)
      return offset === null
        ? null
        : previewPhrase(previewOf({ kind: 'toOffset', offset }, partitions), words)
    },
  })
  return typed === BACK ? BACK : (read(typed) ?? BACK)
}

async function askTime(
  { title, now }: ScenarioQuestion,
  { parseDateTime }: Engine,
  words: Words,
): Promise<number | typeof BACK> {
  const read = (typed: string): number | null => {
    const parsed = parseDateTime(typed, { now: now() })
    return 'time' in parsed ? parsed.time : null
  }
  const typed = await askText({
    title,
    step: { number: 2, of: 2 },
    prompt: vscode.l10n.t(
      'A time in your time zone, or with one of its own, such as 14:05 or 2026-01-31T14:05:00Z.',
    ),
    placeholder: localIso(now()),
    problem: (value) => {
      const parsed = parseDateTime(value, { now: now() })
      return 'time' in parsed ? null : words.say(parsed)
    },
    hint: (value) => {
      const time = read(value)
      return time === null ? null : `${words.format.time(time)} · ${new Date(time).toISOString()}`
    },
  })
  return typed === BACK ? BACK : (read(typed) ?? BACK)
}

/** `2026-01-31 14:05`, as the machine's clock shows it. `time`: epoch ms. */
function localIso(time: number): string {
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16).replace('T', ' ')
}
