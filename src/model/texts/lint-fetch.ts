export const lintFetchTexts = {} as const
