import type { Rule } from '../../rule'

export const fetchRules: readonly Rule[] = []
