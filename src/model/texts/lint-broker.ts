export const lintBrokerTexts = {} as const
