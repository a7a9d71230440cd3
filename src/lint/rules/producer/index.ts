import type { Rule, WorkspaceRule } from '../../rule'

export const producerRules: readonly Rule[] = []
export const producerWorkspaceRules: readonly WorkspaceRule[] = []
