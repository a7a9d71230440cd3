export const lintFrameworksTexts = {} as const
