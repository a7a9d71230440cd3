import { assertNever } from '../../../model/assert'
import type { LaglineError } from '../../../model/errors'
import { treeTexts } from '../../texts/tree'
import type { Words } from '../../words'
import { tellerOf } from '../../words'
import type { Row, RowIcon } from '../row'
import { tokens } from '../row'

/** A row that says why there is nothing, or not all, in this place. */
export type Note =
  | {
      readonly kind:
        'loading' | 'notConnected' | 'noGroups' | 'noTopics' | 'noCommits' | 'noStarts' | 'noMembers'
    }
  | { readonly kind: 'noneMatches'; readonly filter: string }
  | { readonly kind: 'silentBrokers'; readonly brokers: readonly number[] }
  | { readonly kind: 'failed'; readonly error: LaglineError }
  | { readonly kind: 'more'; readonly shown: number; readonly all: number }

export function noteRow(note: Note, words: Words): Row {
  const label = labelOf(note, words)
  return {
    label,
    description: null,
    tooltip: [label],
    icon: iconOf(note),
    context: tokens('note', [note.kind]),
    accessible: note.kind === 'failed' ? tellerOf(words, treeTexts)('note.failed.accessible', label) : label,
    folding: 'none',
  }
}

function labelOf(note: Note, words: Words): string {
  const t = tellerOf(words, treeTexts)
  switch (note.kind) {
    case 'noneMatches':
      return t('note.noneMatches', note.filter)
    case 'silentBrokers':
      return t('note.silentBrokers', note.brokers.join(', '))
    case 'failed':
      return words.say(note.error.text)
    case 'more':
      return t('note.more', note.shown, note.all)
    case 'loading':
    case 'notConnected':
    case 'noGroups':
    case 'noTopics':
    case 'noCommits':
    case 'noStarts':
    case 'noMembers':
      return t(`note.${note.kind}`)
    default:
      return assertNever(note)
  }
}

function iconOf(note: Note): RowIcon {
  switch (note.kind) {
    case 'loading':
      return { id: 'loading~spin', color: null }
    case 'failed':
      return note.error.code === 'notAuthorized'
        ? { id: 'lock', color: null }
        : { id: 'error', color: 'problemsErrorIcon.foreground' }
    case 'silentBrokers':
      return { id: 'warning', color: 'problemsWarningIcon.foreground' }
    case 'more':
      return { id: 'ellipsis', color: null }
    case 'notConnected':
    case 'noGroups':
    case 'noTopics':
    case 'noCommits':
    case 'noStarts':
    case 'noMembers':
    case 'noneMatches':
      return { id: 'info', color: null }
    default:
      return assertNever(note)
  }
}
