/** How a row can be opened. `none`: it has nothing inside. */
export type Folding = 'none' | 'collapsed' | 'expanded'

/** An icon of the product and its theme colour; colour never stands alone, the description says it too. */
export interface RowIcon {
  readonly id: string
  readonly color: string | null
}

/** One row of the tree as plain data: what a person sees, hears and may do. */
export interface Row {
  readonly label: string
  /** Beside the label; null = nothing. */
  readonly description: string | null
  /** Lines of the hover; empty = none of our own. */
  readonly tooltip: readonly string[]
  readonly icon: RowIcon | null
  /** Tokens joined by `;`, matched by the menus in package.json. */
  readonly context: string
  /** For a screen reader. */
  readonly accessible: string
  readonly folding: Folding
}

/** Joins what a row says, leaving out what it has nothing to say about. */
export function phrase(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

/** The same for a screen reader, which stops at commas. */
export function spoken(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ')
}

/** A context value: `group;state=Empty;writable`. What is false is left out. */
export function tokens(kind: string, more: readonly (string | false)[]): string {
  return [kind, ...more.filter((token) => token !== false)].join(';')
}
