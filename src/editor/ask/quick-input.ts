import * as vscode from 'vscode'
import { cancelled } from '../../model/errors'
import { Disposables } from '../../model/disposables'

/** Where in a flow of several steps an input stands. */
export interface Step {
  readonly number: number
  readonly of: number
}

/** The person went back to the step before. */
export const BACK = Symbol('back')

export interface TextQuestion {
  readonly title: string
  readonly prompt: string
  readonly value?: string
  readonly placeholder?: string
  readonly step?: Step
  /** True: what is typed is not shown, and kept as it is, blanks too. */
  readonly secret?: boolean
  /** Why what is typed cannot be taken; null = it can. Asked while typing. */
  readonly problem: (typed: string) => string | null
  /** What would happen with it; null = nothing to say. Shown while nothing is wrong. */
  readonly hint?: (typed: string) => string | null
}

/**
 * Asks for a line of text. What is wrong with it is told while typing, and Enter is taken only when nothing is.
 * Resolves to `BACK` where the step has one before it. Rejects with `cancelled` when the person leaves.
 */
export async function askText(question: TextQuestion): Promise<string | typeof BACK> {
  const owned = new Disposables()
  const input = owned.add(vscode.window.createInputBox())
  const { step } = question
  input.title = question.title
  input.prompt = question.prompt
  input.value = question.value ?? ''
  input.placeholder = question.placeholder
  input.ignoreFocusOut = true
  input.password = question.secret === true
  if (step !== undefined) {
    input.step = step.number
    input.totalSteps = step.of
    if (step.number > 1) input.buttons = [vscode.QuickInputButtons.Back]
  }
  let touched = false
  const check = (): boolean => {
    const problem = question.problem(input.value)
    const hint = problem === null ? (question.hint?.(input.value) ?? null) : null
    // An untouched empty box has not been filled wrongly yet.
    if (problem !== null) input.validationMessage = touched || input.value !== '' ? problem : undefined
    else
      input.validationMessage =
        hint === null ? undefined : { message: hint, severity: vscode.InputBoxValidationSeverity.Info }
    return problem === null
  }
  try {
    return await new Promise((resolve, reject) => {
      owned.add(
        input.onDidChangeValue(() => {
          touched = true
          check()
        }),
      )
      owned.add(
        input.onDidAccept(() => {
          touched = true
          if (check()) resolve(input.password ? input.value : input.value.trim())
        }),
      )
      owned.add(input.onDidTriggerButton(() => resolve(BACK)))
      owned.add(input.onDidHide(() => reject(cancelled())))
      check()
      input.show()
    })
  } finally {
    owned.dispose()
  }
}

/** One of several things to choose from. */
export interface Choice<T> {
  readonly label: string
  readonly description?: string
  readonly detail?: string
  readonly value: T
}

export interface ChoiceQuestion<T> {
  readonly title: string
  readonly placeholder: string
  readonly choices: readonly Choice<T>[]
}

/** Asks for one of several. Rejects with `cancelled` when the person leaves. */
export async function askChoice<T>({ title, placeholder, choices }: ChoiceQuestion<T>): Promise<T> {
  const picked = await vscode.window.showQuickPick(
    choices.map(({ label, description, detail, value }) => ({
      label,
      value,
      ...(description === undefined ? {} : { description }),
      ...(detail === undefined ? {} : { detail }),
    })),
    { title, placeHolder: placeholder, matchOnDescription: true, ignoreFocusOut: true },
  )
  if (picked === undefined) throw cancelled()
  return picked.value
}

/** Asks for one or more of several. Rejects with `cancelled` when the person leaves, or picks nothing. */
export async function askSeveral<T>({
  title,
  placeholder,
  choices,
}: ChoiceQuestion<T>): Promise<readonly T[]> {
  const picked = await vscode.window.showQuickPick(
    choices.map(({ label, description, value }) => ({
      label,
      value,
      ...(description === undefined ? {} : { description }),
    })),
    { title, placeHolder: placeholder, canPickMany: true, matchOnDescription: true, ignoreFocusOut: true },
  )
  if (picked === undefined || picked.length === 0) throw cancelled()
  return picked.map(({ value }) => value)
}
