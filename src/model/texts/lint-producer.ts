export const lintProducerTexts = {} as const
