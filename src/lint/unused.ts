import type { LintDocument } from './document'
import type { Finding, SeveritySetting } from './finding'
import { docsOf, type RuleMeta } from './rule'
import { removal, type Suppressions } from './suppressions'
import { text } from './texts'

/** What is said of the comments themselves. It is no rule about settings: it needs what all others found. */
export const unusedSuppression: RuleMeta = {
  id: 'unused-suppression',
  severity: 'hint',
  preset: 'recommended',
  tag: 'unnecessary',
  title: text('lint.unused-suppression.title'),
  docs: docsOf('unused-suppression'),
}

/**
 * Comments that keep nothing back.
 * @param ran whether a rule looked at this file by itself: of one that did not, nobody can tell. Null = no such rule.
 */
export function unusedOf(
  document: LintDocument,
  { all }: Suppressions,
  severity: Exclude<SeveritySetting, 'off'>,
  ran: (rule: string) => boolean | null,
): Finding[] {
  const idle = all.filter(({ used, rule }) => !used && ran(rule) !== false)
  return idle.map((suppression) => {
    const { rule, range, comment } = suppression
    const others = all.some((other) => other.comment === comment && !idle.includes(other))
    return {
      rule: unusedSuppression.id,
      severity,
      key: null,
      message: text(ran(rule) === null ? 'lint.unused-suppression.unknown' : 'lint.unused-suppression', rule),
      range,
      related: [],
      fixes: [
        {
          title: others ? text('lint.fix.removeSuppression', rule) : text('lint.fix.removeComment'),
          edits: [removal(document, suppression, others)],
          safe: true,
          preferred: true,
        },
      ],
      docs: unusedSuppression.docs,
      tag: 'unnecessary',
    }
  })
}
