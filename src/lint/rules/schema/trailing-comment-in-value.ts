import type { Entry, LintDocument, TextEdit } from '../../document'
import type { Fix } from '../../finding'
import { valueEdit } from '../../writing'
import { hasPlaceholder } from '../../placeholder'
import type { RuleContext } from '../../rule'
import { text } from '../../texts'
import { parseValue } from '../../values'
import { toSet } from '../kit/fix'
import { report, rule } from '../kit/rule'

const form = /^(.*?\S)[ \t]+((?:#|\/\/).*)$/s

/** `java.util.Properties` knows comments only at the start of a line; `5000 # five seconds` is no number. */
export const trailingCommentInValue = rule({
  id: 'trailing-comment-in-value',
  severity: 'error',
  stage: 'writing',
  roles: null,
  values: ['bad'],
  checkValue(context, { entry, value, facts }) {
    if (!value.includes('#') && !value.includes('//')) return null
    const [, bare = '', comment = ''] = form.exec(value) ?? []
    if (comment === '' || hasPlaceholder(bare)) return null
    const { kind } = parseValue(facts.type, bare)
    if (kind !== 'number' && kind !== 'boolean') return null
    return report(entry, text('lint.trailing-comment-in-value', entry.key, value, comment), [
      moveComment(context, entry, bare, comment),
    ])
  },
})

function moveComment(context: RuleContext, entry: Entry, bare: string, comment: string): Fix | null {
  const { document } = context
  const sign = document.syntax.lineComment
  if (sign === undefined) return toSet(context, entry, bare, true)
  const words = comment.replace(/^(?:#|\/\/)\s*/, '')
  const above = commentAbove(document, entry, words, sign)
  if (above === null) return null
  return {
    title: text('lint.fix.commentAbove'),
    edits: [above, valueEdit(document, entry, bare)],
    safe: true,
    preferred: true,
  }
}

function commentAbove(document: LintDocument, entry: Entry, words: string, sign: string): TextEdit | null {
  if (document.syntax.commentAbove !== undefined) return document.syntax.commentAbove(entry, words)
  const { start } = entry.range
  const lineEnd = document.text.includes('\r\n') ? '\r\n' : '\n'
  return { start, end: start, text: `${sign} ${words}${lineEnd}` }
}
