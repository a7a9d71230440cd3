import type { Entry, LintDocument } from './document'

const form = /^\s*lagline-disable(-next-line)?\s+(.*)$/

/** Tells whether a rule was switched off for an entry by a comment in its file. */
export type Suppressed = (rule: string, entry: Entry) => boolean

interface Suppression {
  readonly rules: ReadonlySet<string>
  /** Entries that start in here, UTF-16 offsets. */
  readonly from: number
  readonly to: number
}

/**
 * Reads `lagline-disable-next-line <rule>[, <rule>] -- reason` and `lagline-disable <rule>[, <rule>]` (to the end of the
 * file). Comments may stand one under another: the line meant is the first one below that is no comment.
 */
export function suppressionsOf(document: LintDocument): Suppressed {
  if (!document.text.includes('lagline-disable')) return () => false
  const found: Suppression[] = []
  document.comments.forEach((comment, index) => {
    if (!comment.text.includes('lagline-disable')) return
    const match = form.exec(comment.text)
    if (match === null) return
    const [ids = ''] = (match[2] ?? '').split(/(?:^|\s)--(?:\s|$)/)
    const rules = new Set(ids.split(/[\s,]+/).filter((id) => id !== ''))
    if (match[1] === undefined) found.push({ rules, from: comment.start, to: Infinity })
    else found.push({ rules, ...lineBelow(document, index) })
  })
  if (found.length === 0) return () => false
  return (rule, entry) =>
    found.some(
      ({ rules, from, to }) =>
        rules.has(rule) &&
        // A statement over several lines begins above its key.
        [entry.range.start, entry.keyRange.start].some((start) => start >= from && start < to),
    )
}

function lineBelow(document: LintDocument, index: number): { from: number; to: number } {
  const { text, comments } = document
  let at = index
  for (;;) {
    const from = nextLine(text, comments[at]?.end ?? text.length)
    const to = nextLine(text, from)
    const following = comments[at + 1]
    if (following === undefined || following.start >= to) return { from, to: Math.max(to, from + 1) }
    at++
  }
}

/** Start of the line after the one that holds `from`. */
function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n') return at + 1
    if (sign === '\r') return text[at + 1] === '\n' ? at + 2 : at + 1
  }
  return text.length
}
