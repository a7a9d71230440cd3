import type { Say, Text, ValueFormat } from '../model/text'
import type { Confirmation } from './confirmation'
import { planDocument } from './document'
import type { Plan } from './plan-types'
import { WHOLE_PLAN, type PlanView } from './plan-view'
import { targetText } from './scenario-text'
import { summarize, summaryText } from './summary'
import { listOf, say as text } from './texts'
import { printable } from './width'

/** How many groups a question tells one by one before the rest is counted. */
const GROUPS_SHOWN = 8

/** Plans that can be applied: the others are told and left alone. */
export function applicable(plans: readonly Plan[]): readonly Plan[] {
  return plans.filter((plan) => plan.refusal === null)
}

/** One plan as its own document; several under a common head, one after the other. Ends in a line feed. */
export function plansDocument(
  plans: readonly Plan[],
  say: Say,
  format: ValueFormat,
  view: PlanView = WHOLE_PLAN,
): string {
  const [first] = plans
  if (plans.length === 1 && first !== undefined) return planDocument(first, say, format, view)
  const head = [
    say(text('offsets.several.title', plans.length, applicable(plans).length)),
    say(text('offsets.several.oneByOne')),
  ]
  return [`${head.join('\n')}\n`, ...plans.map((plan) => planDocument(plan, say, format, view))].join('\n')
}

/** What a person is asked before several groups are changed, one after the other. */
export function severalConfirmation(plans: readonly Plan[]): Confirmation {
  const going = applicable(plans)
  const refused = plans.filter((plan) => plan.refusal !== null)
  const purpose = going[0]?.purpose ?? { kind: 'undo' }
  const shown = going.slice(0, GROUPS_SHOWN)
  const details: Text[] = shown.map((plan) =>
    text('offsets.several.group', printable(plan.group.id), summaryText(plan)),
  )
  if (going.length > shown.length) {
    const { skipped, replayed } = summarize(going.slice(GROUPS_SHOWN).flatMap(({ rows }) => rows))
    details.push(text('offsets.several.more', going.length - shown.length, skipped, replayed))
  }
  if (refused.length > 0)
    details.push(text('offsets.several.refused', listOf(refused.map((plan) => printable(plan.group.id)))))
  const warned = going.filter((plan) => plan.warnings.length > 0)
  if (warned.length > 0)
    details.push(text('offsets.several.warned', listOf(warned.map((plan) => printable(plan.group.id)))))
  details.push(text('offsets.several.oneByOne'))
  details.push(text(purpose.kind === 'undo' ? 'offsets.confirm.undoRestores' : 'offsets.confirm.snapshot'))
  const question =
    purpose.kind === 'undo'
      ? text('offsets.several.question.undo', going.length)
      : text('offsets.several.question', going.length, targetText(purpose.scenario, going[0]?.madeAt ?? 0))
  return { question, details }
}
