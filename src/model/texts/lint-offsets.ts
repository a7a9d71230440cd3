export const lintOffsetsTexts = {} as const
