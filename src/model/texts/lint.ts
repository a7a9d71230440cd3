/** Messages and fix titles of the lint rules. */
export const lintTexts = {} as const
