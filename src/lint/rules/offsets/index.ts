import type { Rule } from '../../rule'

export const offsetRules: readonly Rule[] = []
