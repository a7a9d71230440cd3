import type { Entry, LintDocument, TextEdit } from '../../document'
import type { Fix } from '../../finding'
import { valueEdit } from '../../writing'
import { hasPlaceholder } from '../../placeholder'
import type { Report, RuleContext } from '../../rule'
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
  keys: null,
  check(context) {
    const found: Report[] = []
    for (const { entry, value, facts } of context.described()) {
      if (!value.includes('#') && !value.includes('//')) continue
      const [, bare = '', comment = ''] = form.exec(value) ?? []
      if (comment === '' || hasPlaceholder(bare)) continue
      const { kind } = parseValue(facts.type, bare)
      if (kind !== 'number' && kind !== 'boolean') continue
      found.push(
        report(entry, text('lint.trailing-comment-in-value', entry.key, value, comment), [
          moveComment(context, entry, bare, comment),
        ]),
      )
    }
    return found
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
