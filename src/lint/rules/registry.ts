import type { Rule, WorkspaceRule } from '../rule'
import { brokerRules } from './broker'
import { fetchRules } from './fetch'
import { frameworkRules, frameworkWorkspaceRules } from './frameworks'
import { livenessRules, livenessWorkspaceRules } from './liveness'
import { offsetRules } from './offsets'
import { producerRules, producerWorkspaceRules } from './producer'
import { schemaRules } from './schema'
import { securityRules } from './security'

/** All rules about one block. Of two in the same stage the one that stands first is asked first. */
export const rules: readonly Rule[] = [
  ...schemaRules,
  ...livenessRules,
  ...offsetRules,
  ...fetchRules,
  ...producerRules,
  ...brokerRules,
  ...securityRules,
  ...frameworkRules,
]

/** Rules about what several blocks say together. */
export const workspaceRules: readonly WorkspaceRule[] = [
  ...livenessWorkspaceRules,
  ...producerWorkspaceRules,
  ...frameworkWorkspaceRules,
]
