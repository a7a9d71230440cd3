import * as vscode from 'vscode'
import { Disposables } from '../../model/disposables'
import { cancelled } from '../../model/errors'
import type { Choice, Step } from '../ask/quick-input'

export interface ManyQuestion<T> {
  readonly title: string
  readonly placeholder: string
  readonly step?: Step
  /** True: nothing may be chosen too. */
  readonly none?: boolean
  readonly choices: readonly (Choice<T> & { readonly picked: boolean })[]
}

/** Asks for some of several. Rejects with `cancelled` when the person leaves, or takes nothing where that is no answer. */
export async function askMany<T>(question: ManyQuestion<T>): Promise<readonly T[]> {
  const owned = new Disposables()
  const pick = owned.add(vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: T }>())
  pick.title = question.title
  pick.placeholder = question.placeholder
  pick.canSelectMany = true
  pick.ignoreFocusOut = true
  pick.matchOnDescription = true
  if (question.step !== undefined) {
    pick.step = question.step.number
    pick.totalSteps = question.step.of
  }
  const items = question.choices.map(({ label, description, value }) => ({
    label,
    value,
    ...(description === undefined ? {} : { description }),
  }))
  pick.items = items
  pick.selectedItems = items.filter((_, at) => question.choices[at]?.picked === true)
  try {
    return await new Promise((resolve, reject) => {
      owned.add(
        pick.onDidAccept(() => {
          const chosen = pick.selectedItems.map(({ value }) => value)
          if (chosen.length > 0 || question.none === true) resolve(chosen)
        }),
      )
      owned.add(pick.onDidHide(() => reject(cancelled())))
      pick.show()
    })
  } finally {
    owned.dispose()
  }
}
