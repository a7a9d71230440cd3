import type { Rule, WorkspaceRule } from '../../rule'
import { heartbeatAboveThirdOfSession } from './heartbeat-above-third-of-session'
import { heartbeatNotBelowSession } from './heartbeat-not-below-session'

export const livenessRules: readonly Rule[] = [heartbeatNotBelowSession, heartbeatAboveThirdOfSession]
export const livenessWorkspaceRules: readonly WorkspaceRule[] = []
