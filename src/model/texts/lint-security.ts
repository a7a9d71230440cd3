export const lintSecurityTexts = {} as const
