/**
 * The controls of the page. The only importer of the webview toolkit: it is no longer developed and shares its tag
 * names with its likely successor, so a swap must be this one file. Every control gets a name for a screen reader.
 */
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
} from '@vscode/webview-ui-toolkit'

/** A control that is on or off, as a button that can be pressed or a box that can be checked. */
export interface Control {
  readonly element: HTMLElement
  /** Its visible text, or its name where it has no text. */
  label(text: string): void
}

export interface Button extends Control {
  /** A busy button stays focused but does not answer. */
  busy(busy: boolean): void
}

export interface Checkbox extends Control {
  checked(checked: boolean): void
}

/** Defines the elements; once per document, before the first control is made. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeProgressRing(),
  )
}

export function button(options: {
  readonly label: string
  readonly onClick: () => void
  /** Primary stands out; one per view at most. */
  readonly primary?: boolean
}): Button {
  const element = document.createElement('vscode-button')
  element.setAttribute('appearance', options.primary === true ? 'primary' : 'secondary')
  element.textContent = options.label
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-busy') !== 'true') options.onClick()
  })
  return {
    element,
    label: (text) => {
      if (element.textContent !== text) element.textContent = text
    },
    busy: (busy) => element.setAttribute('aria-busy', String(busy)),
  }
}

/** A list to choose one from; `value`s are our own names, `label`s the reader's words. */
export function dropdown<T extends string>(options: {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}): HTMLElement {
  const element = document.createElement('vscode-dropdown')
  element.setAttribute('aria-label', options.label)
  for (const { value, label } of options.options) {
    const option = document.createElement('vscode-option')
    option.setAttribute('value', value)
    option.textContent = label
    option.toggleAttribute('selected', value === options.value)
    element.append(option)
  }
  element.addEventListener('change', () => {
    const chosen = options.options.find(({ value }) => value === (element as { value?: unknown }).value)
    if (chosen !== undefined) options.onChange(chosen.value)
  })
  return element
}

/**
 * A check box without visible text. The name stands in the element as hidden text and not in `aria-label`, because
 * the toolkit overwrites that attribute each time the element is put into the document.
 */
export function checkbox(options: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}): Checkbox {
  const element = document.createElement('vscode-checkbox') as HTMLElement & { checked: boolean }
  const name = document.createElement('span')
  name.className = 'unseen'
  name.textContent = options.label
  element.append(name)
  element.toggleAttribute('checked', options.checked)
  // The toolkit also sends `change` when code sets `checked`; only a person's change is told.
  let known = options.checked
  element.addEventListener('change', () => {
    if (element.checked === known) return
    known = element.checked
    options.onChange(known)
  })
  return {
    element,
    label: (text) => {
      if (name.textContent === text) return
      name.textContent = text
      element.setAttribute('aria-label', text)
    },
    checked: (checked) => {
      if (checked === known) return
      known = checked
      element.checked = checked
    },
  }
}

/** Turns while something loads; silent, the sentence beside it speaks. Hidden by style where motion is unwanted. */
export function progressRing(): HTMLElement {
  const element = document.createElement('vscode-progress-ring')
  element.setAttribute('aria-hidden', 'true')
  return element
}
