import type { Rule, WorkspaceRule } from '../../rule'

export const frameworkRules: readonly Rule[] = []
export const frameworkWorkspaceRules: readonly WorkspaceRule[] = []
