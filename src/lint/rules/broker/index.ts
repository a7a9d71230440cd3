import type { Rule } from '../../rule'

export const brokerRules: readonly Rule[] = []
