import type { Comment, Entry, LintDocument, TextEdit, TextRange } from './document'

const form = /^(\s*lagline-disable(-next-line)?\s+)(.*)$/

/** One rule that a comment switches off. */
export interface Suppression {
  readonly rule: string
  /** The name of the rule in the comment. */
  readonly range: TextRange
  readonly comment: Comment
  /** All rules of its comment. */
  readonly beside: readonly string[]
  /** Entries that start in here, UTF-16 offsets. */
  readonly from: number
  readonly to: number
  /** Whether it kept a finding back. */
  used: boolean
}

/** What the comments of a file switch off. */
export interface Suppressions {
  readonly all: readonly Suppression[]
  /** Whether a rule is switched off for an entry; what it is switched off by counts as used. */
  hide(rule: string, entry: Entry): boolean
}

/**
 * Reads `lagline-disable-next-line <rule>[, <rule>] -- reason` and `lagline-disable <rule>[, <rule>]` (to the end of the
 * file). Comments may stand one under another: the line meant is the first one below that is no comment.
 */
export function suppressionsOf(document: LintDocument): Suppressions {
  const all: Suppression[] = []
  // The end of the word is found sooner: few texts have dashes.
  if (!document.text.includes('-disable')) return { all, hide: () => false }
  document.comments.forEach((comment, index) => {
    if (!comment.text.includes('lagline-disable')) return
    const match = form.exec(comment.text)
    if (match === null) return
    const [ids = ''] = (match[3] ?? '').split(/(?:^|\s)--(?:\s|$)/)
    const names = [...ids.matchAll(/[^\s,]+/g)]
    const beside = names.map(([name]) => name)
    const place = match[2] === undefined ? { from: comment.start, to: Infinity } : lineBelow(document, index)
    const idsStart = startOfText(document, comment) + (match[1]?.length ?? 0)
    for (const name of names) {
      const start = idsStart + name.index
      const range = { start, end: start + name[0].length }
      all.push({ rule: name[0], range, comment, beside, ...place, used: false })
    }
  })
  return {
    all,
    hide(rule, entry) {
      const found = all.filter((suppression) => suppression.rule === rule && covers(suppression, entry))
      for (const suppression of found) suppression.used = true
      return found.length > 0
    },
  }
}

/** Where the text of a comment begins, behind its sign. */
function startOfText({ text }: LintDocument, { start, end, text: inner }: Comment): number {
  const at = text.slice(start, end).indexOf(inner)
  return start + Math.max(0, at)
}

function covers({ from, to }: Suppression, entry: Entry): boolean {
  // A statement over several lines begins above its key.
  return [entry.range.start, entry.keyRange.start].some((start) => start >= from && start < to)
}

/**
 * What takes a rule out of its comment, or the whole comment where no other rule stands in it.
 * @param others whether other rules of the comment are of use.
 */
export function removal(
  { text }: LintDocument,
  { range, comment, beside, rule }: Suppression,
  others: boolean,
): TextEdit {
  if (!others) {
    const before = /[ \t]*$/.exec(text.slice(0, comment.start))?.[0].length ?? 0
    const start = comment.start - before
    const isAlone = start === 0 || /[\r\n]/.test(text.charAt(start - 1))
    return { start, end: isAlone ? nextLine(text, comment.end) : comment.end, text: '' }
  }
  if (beside[0] !== rule) {
    const gap = /[\s,]*$/.exec(text.slice(comment.start, range.start))?.[0].length ?? 0
    return { start: range.start - gap, end: range.end, text: '' }
  }
  const gap = /^[\s,]*/.exec(text.slice(range.end, comment.end))?.[0].length ?? 0
  return { start: range.start, end: range.end + gap, text: '' }
}

function lineBelow(document: LintDocument, index: number): { from: number; to: number } {
  const { text, comments } = document
  let at = index
  for (;;) {
    const from = nextLine(text, comments[at]?.end ?? text.length)
    const to = nextLine(text, from)
    const following = comments[at + 1]
    // A comment behind a setting stands on a line that is none.
    const isBelow = following !== undefined && text.slice(from, following.start).trim() === ''
    if (!isBelow || following.start >= to) return { from, to: Math.max(to, from + 1) }
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
