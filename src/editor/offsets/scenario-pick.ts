import * as vscode from 'vscode'
import type { GroupPartition } from '../../clusters/types'
import { assertNever } from '../../model/assert'
import type { Text } from '../../model/text'
import type { Scenario } from '../../offsets/scenario'
import { BACK, askChoice, askText, type Choice } from '../ask/quick-input'
import type { Engine, Parts } from '../parts'
import { offsetsUiTexts } from '../texts/offsets-ui'
import { tellerOf, type Words } from '../words'
import { previewOf, previewPhrase } from './preview'

type Kind = Scenario['kind']

export interface ScenarioQuestion {
  readonly title: string
  /** What was last seen of what would move; null = nothing yet. */
  readonly partitions: readonly GroupPartition[] | null
  readonly order: readonly Kind[]
  /** True for a share group, whose words differ. */
  readonly share: boolean
  /** Epoch ms. */
  readonly now: () => number
  /** Asks for another group; rejects with `cancelled` when the person leaves. */
  readonly askGroup: () => Promise<string>
  /** Asks for a file of offsets; rejects likewise, and where it has no offsets for the group. */
  readonly askFile: () => Promise<Scenario>
}

/** Asks where the offsets are to go. What is wrong with what is typed is told while typing. */
export async function askScenario(
  question: ScenarioQuestion,
  parts: Pick<Parts, 'engine' | 'words'>,
): Promise<Scenario> {
  const engine = await parts.engine()
  for (;;) {
    const kind = await askChoice({
      title: question.title,
      placeholder: vscode.l10n.t('Where to?'),
      choices: question.order.map((kind) => choiceOf(kind, question, parts.words)),
    })
    const scenario = await complete(kind, question, engine, parts.words)
    if (scenario !== BACK) return scenario
  }
}

async function complete(
  kind: Kind,
  question: ScenarioQuestion,
  engine: Engine,
  words: Words,
): Promise<Scenario | typeof BACK> {
  const { now } = question
  const ask = typed(question, words)
  switch (kind) {
    case 'earliest':
    case 'latest':
    case 'current':
      return { kind }
    case 'toOffset':
      return ask({
        prompt: vscode.l10n.t('The offset to read next.'),
        read: (value) => scenarioOr(engine.parseOffset(value), (offset) => ({ kind, offset })),
      })
    case 'shiftBy':
      return ask({
        prompt: vscode.l10n.t(
          'By how many offsets: -100 reads the last 100 again, 100 leaves out the next 100.',
        ),
        placeholder: '-100',
        read: (value) => scenarioOr(engine.parseShift(value), (by) => ({ kind, by })),
      })
    case 'toDatetime':
      return ask({
        prompt: vscode.l10n.t(
          'A time in your time zone ({0}), or with one of its own, such as 14:05, 2026-01-31T14:05:00Z, “2 hours ago” or “today 09:00”.',
          Intl.DateTimeFormat().resolvedOptions().timeZone,
        ),
        placeholder: localIso(now()),
        read: (value) =>
          scenarioOr(engine.parseDateTime(value, { now: now() }), ({ time }) => ({ kind, time })),
      })
    case 'byDuration':
      return ask({
        prompt: vscode.l10n.t('How long ago, such as 2 hours, 1h 30m or PT1H30M.'),
        placeholder: 'PT1H',
        read: (value) => scenarioOr(engine.parseDuration(value, now()), (read) => ({ kind, ...read })),
      })
    case 'copyFrom':
      return { kind, group: await question.askGroup() }
    case 'fromFile':
      return question.askFile()
    default:
      return assertNever(kind)
  }
}

/** What was typed, as a scenario or as what is wrong with it. */
function scenarioOr<T extends object | bigint>(
  read: T | Text,
  make: (value: Exclude<T, Text>) => Scenario,
): Scenario | Text {
  return isText(read) ? read : make(read as Exclude<T, Text>)
}

function isText(value: object | bigint): value is Text {
  return typeof value === 'object' && 'args' in value
}

interface Typed {
  readonly prompt: string
  readonly placeholder?: string
  readonly read: (value: string) => Scenario | Text
}

/** Asks for one line, telling while it is typed what is wrong with it, or what would happen. */
function typed({ title, partitions, now }: ScenarioQuestion, words: Words) {
  return async ({ read, ...about }: Typed): Promise<Scenario | typeof BACK> => {
    const value = await askText({
      ...about,
      title,
      step: { number: 2, of: 2 },
      problem: (value) => {
        const scenario = read(value)
        return isText(scenario) ? words.say(scenario) : null
      },
      hint: (value) => {
        const scenario = read(value)
        return isText(scenario) ? null : hintOf(scenario, partitions, now(), words)
      },
    })
    if (value === BACK) return BACK
    const scenario = read(value)
    return isText(scenario) ? BACK : scenario
  }
}

function hintOf(
  scenario: Scenario,
  partitions: readonly GroupPartition[] | null,
  now: number,
  words: Words,
): string | null {
  const time =
    scenario.kind === 'toDatetime' ? scenario.time : scenario.kind === 'byDuration' ? now - scenario.ms : null
  return time === null
    ? previewPhrase(previewOf(scenario, partitions), words)
    : `${words.format.time(time)} · ${new Date(time).toISOString()}`
}

function choiceOf(kind: Kind, { partitions, share }: ScenarioQuestion, words: Words): Choice<Kind> {
  const preview =
    kind === 'earliest' || kind === 'latest' ? previewPhrase(previewOf({ kind }, partitions), words) : null
  const t = tellerOf(words, offsetsUiTexts)
  return {
    label: t(`scenario.${kind}`),
    detail: t(kind === 'current' && share ? 'scenario.current.detail.share' : `scenario.${kind}.detail`),
    value: kind,
    ...(preview === null ? {} : { description: preview }),
  }
}

/** `2026-01-31 14:05`, as the machine's clock shows it. `time`: epoch ms. */
function localIso(time: number): string {
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16).replace('T', ' ')
}
